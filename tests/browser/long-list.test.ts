import { formAssets } from "@turnform/express-adapter";
import { createForm } from "@turnform/form";
import express from "express";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { listening } from "../server/listen.ts";
import { openPage } from "./pages.ts";

const Person = z.object({ name: z.string().min(1), title: z.string() }).meta({ title: "Person" });
const form = createForm(
  z.object({
    people: z.array(Person).meta({ title: "People", orderable: true }),
    tags: z.array(z.string()).meta({ title: "Tags" }),
  }),
  { formId: "f" },
);
const app = express();
const assets = formAssets();
const person = (index: number): [string, string][] => [
  ["__start__", "person:mapping"],
  ["name", index === 40 ? "" : "Ada"],
  ["title", "Countess"],
  ["__end__", "person:mapping"],
];
const post: [string, string][] = [
  ["__start__", "people:sequence"],
  ...Array.from({ length: 60 }, (_, index) => person(index)).flat(),
  ["__end__", "people:sequence"],
  ["__start__", "tags:sequence"],
  ["tag", "a"],
  ["__end__", "tags:sequence"],
];
app.use(assets);
app.get("/", (_req, res) => {
  const result = form.validate(post);
  if (result.kind !== "invalid") throw new Error("The page needs an error");
  res.send(
    `<!doctype html><html lang="en"><title>People</title>${assets.tags(form)}<main>${String(result.form)}</main>`,
  );
});
const url = listening(app);

async function openList(): Promise<Page> {
  const { page } = await openPage();
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(url());
  return page;
}

function visibility(page: Page, id: string): Promise<string> {
  return page.evaluate(`getComputedStyle(document.getElementById("${id}")).contentVisibility`);
}

describe("cards of a long list", () => {
  it("are skipped out of view, except the card with the focus, and all are printed", async () => {
    const page = await openList();
    expect(await visibility(page, "f-people-50:item")).toBe("auto");
    expect(await visibility(page, "f-tags-0:item")).toBe("visible");
    await page.locator("#f-people-50-name").focus();
    expect(await visibility(page, "f-people-50:item")).toBe("visible");
    expect(await visibility(page, "f-people-49:item")).toBe("auto");
    await page.emulateMedia({ media: "print" });
    expect(await visibility(page, "f-people-49:item")).toBe("visible");
  });

  it("don't clip an open menu", async () => {
    const page = await openList();
    const item = page.locator('[id="f-people-5:item"]');
    await item.locator(".tf-more > summary").click();
    await page.evaluate("document.activeElement.blur()");
    await item.locator(".tf-more").evaluate((menu) => menu.toggleAttribute("open", true));
    expect(await visibility(page, "f-people-5:item")).toBe("visible");
  });

  it("are found by the links of the error summary", async () => {
    const page = await openList();
    await page.locator(".tf-summary a").first().click();
    const label = page.locator('[id="f-people-40-name:label"]');
    const { y = -1 } = (await label.boundingBox()) ?? {};
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(700);
    expect(await page.locator(":focus").getAttribute("id")).toBe("f-people-40-name");
  });
});
