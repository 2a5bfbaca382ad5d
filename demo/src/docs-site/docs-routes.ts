import { fileURLToPath } from "node:url";
import express, { Router } from "express";
import { methodNotAllowed, renderView } from "../http/index.ts";
import type { Docs, DocsPage } from "./docs.ts";
import { type LivePage, sectionParts } from "./live-pages.ts";
import { searchEntries } from "./search-entries.ts";
import { createSearch, MAX_QUERY } from "./search.ts";

/** The repository's folder; the path holds from src/ and from dist/. */
export const repository = new URL("../../../", import.meta.url);

/**
 * Creates the routes of the documentation: its pages, their pictures, a search, and texts for programs. Each page is rendered once.
 *
 * @param live Pages of the gallery. The sections that they name link to them
 * @returns the router; mount it at the root
 */
export function docsRoutes(docs: Docs, live: readonly LivePage[] = []): Router {
  const router = Router();
  const { pages, groups } = docs;
  const menu = (current?: DocsPage): object[] =>
    groups.map(({ title, pages }) => ({
      title,
      pages: pages.map((page) => ({ ...page, current: page === current })),
    }));
  const search = createSearch(searchEntries(docs));
  const only = methodNotAllowed("GET", "HEAD");

  // Browsers ask each time and get a 304 until the page changes.
  router.use("/docs", (_req, res, next) => {
    res.set("Cache-Control", "no-cache");
    next();
  });
  router
    .route("/docs/search")
    .get(async (req, res) => {
      const { q } = req.query;
      const query = typeof q === "string" ? q.slice(0, MAX_QUERY).trim() : "";
      res.render("docs-search", { query, found: await search(query), groups: menu() });
    })
    .all(only);

  pages.forEach((page, index) => {
    let html: Promise<string> | undefined;
    router
      .route(page.address)
      .get(async (req, res) => {
        html ??= renderView(req, "docs", {
          page,
          parts: sectionParts(page, live),
          contents: contentsOf(page),
          groups: menu(page),
          atIndex: index === 0,
          previous: pages[index - 1],
          next: pages[index + 1],
        });
        res.send(await html);
      })
      .all(only);
  });
  // For programs that read docs; the build writes them
  for (const name of ["llms.txt", "llms-full.txt"]) {
    router
      .route(`/${name}`)
      .get((_req, res) => res.sendFile(fileURLToPath(new URL(`reference/${name}`, repository))))
      .all(only);
  }
  router.use("/reference", express.static(fileURLToPath(new URL("reference/", repository))));
  router.use(
    "/docs",
    express.static(fileURLToPath(new URL("docs/", repository)), { index: false, redirect: false }),
  );
  router.use("/docs", (_req, res) => res.status(404).render("docs-missing", { groups: menu() }));
  return router;
}

/** Returns the headings of level 2, each with its headings of level 3. */
function contentsOf({ sections }: DocsPage): object[] {
  const contents: { title: string; id: string; inner: object[] }[] = [];
  for (const { level, id, title } of sections) {
    if (level === 2) contents.push({ title, id, inner: [] });
    if (level === 3) contents.at(-1)?.inner.push({ title, id });
  }
  return contents;
}
