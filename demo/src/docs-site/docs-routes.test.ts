import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedApp, serveApp } from "../testing/serve-app.ts";

let app: ServedApp;
beforeAll(async () => {
  app = await serveApp();
});
afterAll(() => app[Symbol.asyncDispose]());

async function get(path: string, init: RequestInit = {}) {
  const response = await fetch(app.url + path, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, document: parseHTML(text).document };
}

describe("docsRoutes", () => {
  it("serves a page and marks it in the menu", async () => {
    const { status, document } = await get("/docs/departures");
    expect(status).toBe(200);
    expect(document.title).toBe("Departures from the originals – Documentation – Turnform demo");
    expect(document.documentElement.lang).toBe("en");
    expect(document.querySelector("article h1")?.textContent).toBe("Departures from the originals");
    expect(
      [...document.querySelectorAll("[aria-current]")].map((link) => [
        link.getAttribute("href"),
        link.getAttribute("aria-current"),
      ]),
    ).toEqual([
      ["/docs", "true"],
      ["/docs/departures", "page"],
    ]);
    expect(document.querySelector("[rel=prev]")).not.toBeNull();
    expect(document.querySelector("[rel=next]")).not.toBeNull();
    expect(document.querySelector(".skip")?.getAttribute("href")).toBe("#Page");
    expect(document.querySelector("article")?.id).toBe("Page");
  });

  it("links the contents to every heading of a page", async () => {
    const { document } = await get("/docs/porting-from-colander");
    const links = [...document.querySelectorAll(".docs-contents a")].map((link) => link.getAttribute("href"));
    expect(links).toEqual([...document.querySelectorAll("article :is(h2, h3)")].map(({ id }) => `#${id}`));
    expect(links).toContain("#your-own-type");
  });

  it("leads through each page once by the links to the next page", async () => {
    const seen: (string | null)[] = [];
    for (let path: string | null | undefined = "/docs"; path;) {
      seen.push(path);
      const { document } = await get(path);
      path = document.querySelector("[rel=next]")?.getAttribute("href");
    }
    const { document } = await get("/docs");
    const menu = [...document.querySelectorAll(".docs-side a")].map((link) => link.getAttribute("href"));
    expect(seen).toEqual(menu);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("sends a page again only after a change", async () => {
    const { headers } = await get("/docs/departures");
    expect(headers.get("cache-control")).toBe("no-cache");
    const tag = headers.get("etag") ?? "";
    expect(tag).not.toBe("");
    const again = await get("/docs/departures", {
      // Browsers send this header; without it, fetch never gets a 304.
      headers: { "If-None-Match": tag, "Cache-Control": "max-age=0" },
    });
    expect([again.status, again.text]).toEqual([304, ""]);
  });

  it("serves the pictures of pages", async () => {
    const { document } = await get("/docs/readme");
    const source = document.querySelector("article img")?.getAttribute("src") ?? "";
    const { status, headers } = await get(source);
    expect([status, headers.get("content-type")]).toEqual([200, "image/png"]);
  });

  it("serves the pages as text for programs, with links that lead to Markdown", async () => {
    const { status, headers, text } = await get("/llms.txt");
    expect([status, headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
    const links = Array.from(text.matchAll(/^- \[.+?\]\((.+?)\)/gm), ([, path = ""]) => path);
    expect(links.length).toBeGreaterThan(30);
    for (const link of links) expect((await get(`/${link}`)).text, link).toMatch(/^# /);
    expect((await get("/llms-full.txt")).text).toContain("<!-- docs/agents.md -->");
  });

  it.each([
    "/docs/nowhere",
    "/docs/../package.json",
    "/docs/..%2fpackage.json",
    "/docs/reference",
    "/docs/%00",
  ])("serves no file at %s", async (path) => {
    const { status, text } = await get(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toContain("workspaces");
  });

  it("shows the search and the menu at an unknown address", async () => {
    const { status, document } = await get("/docs/nowhere");
    expect(status).toBe(404);
    expect(document.querySelector("h1")?.textContent).toBe("Not Found");
    expect(document.querySelector("form[role=search]")).not.toBeNull();
    expect(document.querySelectorAll("nav a[href^='/docs/']").length).toBeGreaterThan(5);
  });

  it.each(["/docs/departures", "/docs/search"])("allows only GET and HEAD at %s", async (path) => {
    expect((await get(path, { method: "HEAD" })).status).toBe(200);
    const { status, headers } = await get(path, { method: "POST" });
    expect([status, headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });
});

describe("docsRoutes' search", () => {
  it("finds sections, marks the matches, and keeps the query", async () => {
    const { document } = await get("/docs/search?q=SchemaNode+type");
    expect(document.querySelector("[name=q]")?.getAttribute("value")).toBe("SchemaNode type");
    const [link] = document.querySelectorAll(".docs-found a");
    expect(link?.getAttribute("href")).toMatch(/^\/docs\/[\w/-]+(#[\w-]+)?$/);
    expect(document.querySelectorAll(".docs-found mark").length).toBeGreaterThan(0);
    expect(document.querySelectorAll(".docs-found li").length).toBeLessThanOrEqual(30);
  });

  it("shows markup in excerpts as text", async () => {
    const { document } = await get("/docs/search?q=doctype");
    const excerpts = [...document.querySelectorAll(".docs-found p:last-child")];
    expect(excerpts.some((excerpt) => excerpt.textContent.includes("<!doctype html>"))).toBe(true);
    expect(document.querySelectorAll(".docs-found p :not(mark)")).toHaveLength(0);
  });

  it("links to existing headings", async () => {
    const { document } = await get("/docs/search?q=money");
    const links = [...document.querySelectorAll(".docs-found a")].map(
      (link) => link.getAttribute("href") ?? "",
    );
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      const [path = "", id] = link.split("#");
      const { status, document } = await get(path);
      expect(status).toBe(200);
      if (id) expect(document.getElementById(id), link).not.toBeNull();
    }
  });

  it.each([
    "/docs/search",
    "/docs/search?q=",
    "/docs/search?q=+",
    "/docs/search?q=a&q=b",
    "/docs/search?q[a]=b",
  ])("asks for words at %s", async (path) => {
    const { status, document } = await get(path);
    expect(status).toBe(200);
    expect(document.querySelector(".lead")?.textContent).toMatch(/^Enter words to search for/);
  });

  it.each([
    '<script>alert("1")</script>',
    '" autofocus onfocus="alert(1)',
    "{{7*7}}",
    "a".repeat(5000),
    "\0\u202e💥",
  ])("escapes the query %j", async (query) => {
    const { status, document } = await get(`/docs/search?q=${encodeURIComponent(query)}`);
    expect(status).toBe(200);
    const input = document.querySelector("[name=q]");
    expect(input?.getAttributeNames()).toEqual([
      "type",
      "name",
      "value",
      "maxlength",
      "aria-label",
      "placeholder",
    ]);
    expect(document.querySelectorAll("article script, [onfocus]")).toHaveLength(0);
    expect((input?.getAttribute("value") ?? "").length).toBeLessThanOrEqual(100);
  });
});
