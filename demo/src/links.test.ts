import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { livePages } from "./gallery/index.ts";
import { crawl, withoutFragment } from "./testing/crawl.ts";
import { type ServedApp, serveApp } from "./testing/serve-app.ts";

let app: ServedApp;
let visited: Awaited<ReturnType<typeof crawl>>;
beforeAll(async () => {
  app = await serveApp();
  visited = await crawl(`${app.url}/`);
});
afterAll(() => app[Symbol.asyncDispose]());

/** Returns true if a page of the site has a link to an address in an element of a class. */
function hasLink(page: string, className: string, address: string): boolean {
  const html = visited.get(app.url + page.replace(/#.*/, ""))?.html ?? "";
  return html
    .split("\n")
    .some((line) => line.includes(`class="${className}"`) && line.includes(`href="${address}"`));
}

/** Returns true if a link leads to no page, or to no element of its page. The playground's fragment holds code. */
function isBroken(link: URL): boolean {
  const target = visited.get(withoutFragment(link));
  if (target?.status !== 200) return true;
  const id = decodeURIComponent(link.hash.slice(1));
  return id !== "" && link.pathname !== "/playground" && !target.ids.has(id);
}

describe("the site", () => {
  it("has no broken link", () => {
    const broken = [...visited].flatMap(([address, { links }]) =>
      links.filter(isBroken).map((link) => `${address} leads to ${link.href}`),
    );
    expect(broken).toEqual([]);
  });

  it("leads to every page of the gallery", () => {
    const addresses = livePages.map(({ address }) => app.url + address);
    expect([...visited.keys()]).toEqual(expect.arrayContaining(addresses));
  });

  it("describes every page of the gallery", () => {
    for (const [address, { html }] of visited) {
      if (html === "" || !address.startsWith(`${app.url}/gallery`)) continue;
      expect(html, address).toMatch(/<meta name="description" content="[^"]/);
    }
  });

  it("leads from each page of the gallery to its docs, and back", () => {
    for (const { address, docs } of livePages) {
      expect(docs, address).not.toEqual([]);
      for (const section of docs) {
        expect(hasLink(address, "gallery-docs", section), `${address} leads to ${section}`).toBe(true);
        expect(hasLink(section, "docs-live", address), `${section} leads to ${address}`).toBe(true);
      }
    }
  });
});
