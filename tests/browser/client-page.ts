/** Opens the pages of `client-fixture.ts` in a browser, and reads the state that the script left. */
import type { Locator, Page } from "playwright-core";
import { afterEach, expect } from "vitest";
import { listening } from "../server/listen.ts";
import { bundleScript, css, pages } from "./client-fixture.ts";
import { openPage } from "./pages.ts";

/** A page of forms in a browser. */
export interface ClientPage {
  readonly page: Page;
  /** Number of posts from the page's forms. */
  readonly posts: number;
  /** Opens one of the fixture's pages by its path. */
  readonly open: (path: string) => Promise<void>;
  readonly at: (id: string) => Locator;
  /** Returns the numbers in the ids of a sequence's items, in document order. */
  readonly items: (sequence: string) => Promise<string[]>;
  /** Returns the text of the live region. */
  readonly live: () => Promise<string>;
  /** Returns the id of the focused element, or its text if it has no id. */
  readonly focused: () => Promise<string>;
  /** Returns faulty ids: duplicated, unnumbered, or referenced but missing. */
  readonly wrongIds: () => Promise<string[]>;
  /** Records the ids of elements that fire `change` from now on. */
  readonly changes: () => Promise<() => Promise<string[]>>;
}

/** Starts a server for the tests of a file. After each test, the page must have no complaints. */
export function clientPage(): ClientPage {
  let page: Page;
  let posts = 0;
  let complaints: string[] = [];
  const scripts = new Map(
    [
      ["turnform", "turnform"],
      ["turnform-drag", "widgets/drag"],
      ["turnform-undo", "widgets/undo"],
      ["turnform-unsaved", "unsaved"],
    ].map(([file, name]) => [`/${file}.js`, bundleScript(`${name}.ts`)]),
  );

  const address = listening(async (request, response) => {
    if (request.method === "POST") posts++;
    const path = request.url?.replace(/\?.*/, "") ?? "";
    response.setHeader("Content-Security-Policy", "default-src 'self'");
    response.setHeader(
      "Content-Type",
      path.endsWith(".js")
        ? "text/javascript"
        : path.endsWith(".css")
          ? "text/css"
          : "text/html; charset=utf-8",
    );
    const script = await scripts.get(path);
    if (script !== undefined) response.end(script);
    else if (path === "/turnform.css") response.end(css);
    else response.end(pages.get(path) ?? "<p>Elsewhere");
  });
  afterEach(() => expect(complaints).toEqual([]));

  const at = (id: string): Locator => page.locator(`[id="${id}"]`);

  return {
    get page() {
      return page;
    },
    get posts() {
      return posts;
    },
    async open(path) {
      ({ page, complaints } = await openPage({ hasTouch: true }));
      posts = 0;
      await page.goto(`${address()}${path}`);
    },
    at,
    async items(sequence) {
      const ids = await at(sequence)
        .locator("[data-tf-items]")
        .first()
        .locator("> [data-tf-item]")
        .evaluateAll((list) => list.map((item) => item.id));
      return ids.map((id) => id.slice(sequence.length + 1).replace(/:item$/, ""));
    },
    live: async () => (await page.locator("[data-tf-live]").innerText()).trim(),
    focused: () => page.locator(":focus").evaluate((element) => element.id || (element.textContent ?? "")),
    wrongIds: () =>
      page.evaluate(`[...document.querySelectorAll("*")].flatMap((element) => {
        const names = ["for", "aria-labelledby"].flatMap((name) => element.getAttribute(name)?.split(" ") ?? []);
        return [
          ...(element.id && document.querySelectorAll("#" + CSS.escape(element.id)).length > 1 ? [element.id] : []),
          ...[...element.attributes].filter((a) => a.name !== "value" && a.value.includes("*")).map((a) => a.value),
          ...names.filter((name) => !document.getElementById(name)),
        ];
      })`),
    async changes() {
      await page.evaluate(`window.changes = [];
        document.addEventListener("change", (event) => { changes.push(event.target.id); })`);
      return () => page.evaluate("window.changes");
    },
  };
}
