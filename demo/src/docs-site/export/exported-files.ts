import { once } from "node:events";
import express from "express";
import { useSiteFiles } from "../../http/index.ts";
import { docsRoutes, repository } from "../docs-routes.ts";
import { type Docs, readDocs } from "../docs.ts";
import { searchEntries } from "../search-entries.ts";
import { addressesIn, fileOf, withRelativeLinks } from "./exported-links.ts";

/**
 * Collects the documentation as files that any web server can serve: all pages, what they load, and the sections for the search. It
 * serves the pages on a free port, and follows their links.
 *
 * @param searchScript Script of the search page. It loads `docs-search.json`, which is beside it
 * @returns the contents by the path of the file
 * @throws {Error} if a page of the documentation can't be served
 */
export async function exportedFiles(searchScript: string): Promise<ReadonlyMap<string, string | Buffer>> {
  const app = express();
  app.locals["isExported"] = true;
  useSiteFiles(app);
  app.get("/docs-search.js", (_req, res) => res.type("js").send(searchScript));
  const docs = readDocs(repository);
  app.use(docsRoutes(docs));
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  try {
    const contents = await follow(`http://127.0.0.1:${port}`, ["/docs", "/docs/search"]);
    const files = [...contents].map(([address, content]): [string, string | Buffer] => {
      const file = fileOf(address);
      return [
        file,
        typeof content === "string" ? withRelativeLinks(content, file, (to) => contents.has(to)) : content,
      ];
    });
    return new Map([...files, ["docs-search.json", exportedSections(docs)]]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Gets pages and everything on the site that they link to or load. Other parts of the site are not served here, so their links lead nowhere. */
async function follow(site: string, start: readonly string[]): Promise<Map<string, string | Buffer>> {
  const contents = new Map<string, string | Buffer>();
  const queue = new Set(start);
  for (const address of queue) {
    const response = await fetch(site + address);
    if (response.status === 404) continue;
    if (!response.ok) throw new Error(`${address} can't be exported: it answers ${response.status}`);
    const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false;
    const content = isPage ? await response.text() : Buffer.from(await response.arrayBuffer());
    contents.set(address, content);
    if (typeof content === "string") for (const next of addressesIn(content)) queue.add(next);
  }
  return contents;
}

function exportedSections(docs: Docs): string {
  const entries = searchEntries(docs).map((entry) => {
    const [path = "", id] = entry.address.split("#");
    return { ...entry, address: id === undefined ? fileOf(path) : `${fileOf(path)}#${id}` };
  });
  return JSON.stringify(entries);
}
