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

const pageAt = (path: string) => visited.get(app.url + path)?.document;

/** Returns true if a link leads to no page, or to no element of its page. The playground's fragment holds code. */
function isBroken(link: URL): boolean {
  const target = visited.get(withoutFragment(link));
  if (target?.status !== 200) return true;
  const id = decodeURIComponent(link.hash.slice(1));
  return id !== "" && link.pathname !== "/playground" && !target.document?.getElementById(id);
}

describe("the site", () => {
  it("has no broken link", () => {
    const broken = [...visited].flatMap(([address, { links }]) =>
      links.filter(isBroken).map((link) => `${address} leads to ${link.href}`),
    );
    expect(broken).toEqual([]);
  });

  it("leads to every page of the gallery, each with a description", () => {
    for (const { address } of livePages) {
      const description = pageAt(address)?.querySelector("meta[name=description]");
      expect(description?.getAttribute("content"), address).toMatch(/\w/);
    }
  });

  it("leads from each page of the gallery to its docs, and back", () => {
    for (const { address, docs } of livePages) {
      const links = [...(pageAt(address)?.querySelectorAll(".gallery-docs a") ?? [])];
      expect(docs, address).not.toEqual([]);
      expect(links.map((link) => link.getAttribute("href"))).toEqual(docs);
      for (const section of docs) {
        const back = pageAt(section.replace(/#.*/, ""))?.querySelector(`.docs-live a[href="${address}"]`);
        expect(back, `${section} leads to ${address}`).toBeTruthy();
      }
    }
  });
});
