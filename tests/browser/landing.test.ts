import { describe, expect, it } from "vitest";
import type { Page } from "playwright-core";
import { accessibilityFaults, useDemo } from "./demo-server.ts";
import { overflow } from "./gallery/gallery-page.ts";
import { press, send } from "./next-page.ts";
import { LOOKS, openLook, openPage } from "./pages.ts";

const site = useDemo();

async function shownData(page: Page): Promise<unknown> {
  const text = await page.locator("[data-trial-data]").textContent();
  return text === null || text.trim() === "" ? undefined : JSON.parse(text);
}

const errors = (page: Page): Promise<string> => page.locator("[data-trial-errors]").innerText();

describe("the first page", () => {
  it("shows the data of its form, after each change", async () => {
    const { page, complaints } = await openPage();
    await page.goto(site.url);
    expect(await shownData(page)).toEqual({
      teams: [[{ name: "Ann", email: "ann@example.com" }, { name: "Bob" }], []],
    });
    const second = page.getByRole("group", { name: "Person 2 of Team 1" });
    await second.getByLabel("Name").fill("Cy");
    await press(page, "Move up Team 2");
    await expect
      .poll(() => shownData(page))
      .toEqual({ teams: [[], [{ name: "Ann", email: "ann@example.com" }, { name: "Cy" }]] });
    expect(complaints).toEqual([]);
  });

  it("says why the server would refuse the form, and when it would not", async () => {
    const { page } = await openPage();
    await page.goto(site.url);
    const email = page.getByLabel("Email").first();
    await email.fill("ann");
    await expect.poll(() => errors(page)).toContain("teams.0.0.email: ");
    await email.fill("");
    await expect.poll(() => errors(page)).toBe("");
    expect(await shownData(page)).toEqual({ teams: [[{ name: "Ann" }, { name: "Bob" }], []] });
  });

  it("says that the server can't be reached, and keeps the data", async () => {
    const { page } = await openPage();
    await page.goto(site.url);
    await page.route(`${site.url}/`, (route) => route.abort());
    await page.getByLabel("Name").first().fill("Eve");
    await expect.poll(() => errors(page)).toContain("The server can’t be reached");
    expect(await shownData(page)).toMatchObject({ teams: [[{ name: "Ann" }, { name: "Bob" }], []] });
  });

  it("shows the data after a post, without JavaScript", async () => {
    const { page } = await openPage({ javaScriptEnabled: false });
    await page.goto(site.url);
    await press(page, "Remove Person 1 of Team 1");
    await press(page, "Move up Team 2");
    expect((await send(page))?.status()).toBe(200);
    expect(await shownData(page)).toEqual({ teams: [[], [{ name: "Bob" }]] });
  });

  it("compares the speed with the faster and the slower API of Conform", async () => {
    const { page } = await openPage();
    await page.goto(site.url);
    const bars = page.getByRole("img", { name: "Time to render a form of 1,000 people" });
    expect(await bars.getByText("Conform with React").count()).toBe(1);
    expect(await bars.getByText("Conform’s future API with React").count()).toBe(1);
  });

  it("says how to install before the first release, and names the licence, the source and other libraries", async () => {
    const { page } = await openPage();
    await page.goto(site.url);
    const note = page.getByRole("main").getByText("not on npm yet").getByRole("link");
    expect(await note.getAttribute("href")).toBe("/docs/guide/01-install#a-project");
    const footer = page.getByRole("contentinfo");
    const source = await footer.getByRole("link", { name: "Source" }).getAttribute("href");
    expect(source).toBe("https://github.com/turnform/turnform");
    expect(await footer.getByRole("link", { name: "MIT licence" }).getAttribute("href")).toContain(
      "/LICENSE",
    );
    const comparison = page.getByRole("main").getByRole("link", { name: "How Turnform compares" });
    expect(await comparison.getAttribute("href")).toBe("/docs/comparison");
  });

  it.each(LOOKS)("meets WCAG 2.2 AA, %s, %i px wide", async (...look) => {
    const { page, complaints } = await openLook(look);
    await page.goto(site.url);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(complaints).toEqual([]);
  });
});

/** Returns the blocks whose Copy button covers a part of the code's first line. */
const COVERED = `[...document.querySelectorAll(".copyable")].flatMap((block) => {
  const range = document.createRange();
  range.selectNodeContents(block.querySelector("code"));
  const lines = [...range.getClientRects()].filter(({ top }) => top < range.getBoundingClientRect().top + 10);
  const button = block.querySelector(".copy").getBoundingClientRect();
  const isCovered = lines.some(({ right, top }) => right > button.left && top < button.bottom);
  return isCovered ? [block.innerText.slice(0, 80)] : [];
})`;

/** Returns the next text of the status. The page shows it for two seconds only. */
const NEXT_STATUS = `new Promise((resolve) => {
  const status = document.querySelector(".copy-said");
  new MutationObserver(() => resolve(status.textContent)).observe(status, { childList: true });
})`;

describe("the button at a block of code", () => {
  it.each(["/", "/gallery/conditions", "/gallery/themes", "/docs/guide/01-install"])(
    "covers no code on a phone at %s",
    async (path) => {
      const { page } = await openPage();
      await page.setViewportSize({ width: 390, height: 800 });
      await page.goto(site.url + path);
      await page.locator(".copy").first().waitFor();
      expect(await page.evaluate(COVERED)).toEqual([]);
    },
  );

  it.each(["/", "/docs/guide/01-install"])("copies it at %s", async (path) => {
    const { page, complaints } = await openPage({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(site.url + path);
    const block = page.locator(".copyable").first();
    const [said] = await Promise.all([
      page.evaluate(NEXT_STATUS),
      block.getByRole("button", { name: "Copy" }).click(),
    ]);
    expect(said).toBe("Copied");
    const copied = await page.evaluate("navigator.clipboard.readText()");
    expect(copied).toBe((await block.locator("code").innerText()).trim());
    expect(complaints).toEqual([]);
  });
});
