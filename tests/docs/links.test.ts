import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pagePaths, readPage, root, targetOf } from "./page.ts";

const pages = new Map(pagePaths().map((path) => [path, readPage(path)]));

/** Returns the broken links of a page. */
function deadLinks(path: string): string[] {
  const page = pages.get(path) ?? readPage(path);
  return page.links.flatMap(({ href, line }) => {
    const target = targetOf(page, href);
    if (!target) return [];
    const isThere = existsSync(`${root}${target.path}`);
    const isHeading = target.anchor === "" || pages.get(target.path)?.anchors.has(target.anchor);
    return isThere && isHeading ? [] : [`${path}:${line} leads to ${href}`];
  });
}

describe.each([...pages.keys()])("%s", (path) => {
  it("links to existing pages and headings", () => expect(deadLinks(path)).toEqual([]));
});
