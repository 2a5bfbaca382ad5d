import { fileURLToPath } from "node:url";
import express, { Router } from "express";
import { methodNotAllowed, renderView } from "../http/index.ts";
import { type DocsPage, readDocs } from "./docs.ts";
import { createSearch } from "./search.ts";

/** The repository, from src/ and from dist/ alike. */
const repository = new URL("../../../", import.meta.url);

/** Longest query that is read, in characters; the form takes no more. */
const MAX_QUERY = 100;

/**
 * Routes the documentation: a page for each of its files, drawn once and kept, the pictures beside them, and a search.
 *
 * @returns the router, to be mounted at the root
 * @throws Error where a file can't be a page
 */
export function docsRoutes(): Router {
  const router = Router();
  const { pages, groups } = readDocs(repository);
  const menu = (current?: DocsPage): object[] =>
    groups.map(({ title, pages }) => ({
      title,
      pages: pages.map((page) => ({ ...page, current: page === current })),
    }));
  const search = createSearch(pages);
  const only = methodNotAllowed("GET", "HEAD");

  // Asked for anew each time, and sent only where it has changed.
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
          html: page.html(),
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
  router.use(
    "/docs",
    express.static(fileURLToPath(new URL("docs/", repository)), { index: false, redirect: false }),
  );
  router.use("/docs", (_req, res) => res.status(404).render("docs-missing", { groups: menu() }));
  return router;
}

/** The headings of a page: those of the second level, with those of the third below them. */
function contentsOf({ sections }: DocsPage): object[] {
  const contents: { title: string; id: string; inner: object[] }[] = [];
  for (const { level, id, title } of sections) {
    if (level === 2) contents.push({ title, id, inner: [] });
    if (level === 3) contents.at(-1)?.inner.push({ title, id });
  }
  return contents;
}
