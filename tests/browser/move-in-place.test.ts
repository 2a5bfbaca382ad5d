import { formAssets, type WithResources } from "@turnform/express-adapter";
import { createForm, sequence, textArea } from "@turnform/form";
import express from "express";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Page } from "playwright-core";
import { listening } from "../server/listen.ts";
import { openPage } from "./pages.ts";

const Note = z.object({ title: z.string(), text: z.string().meta({ widget: textArea({ rows: 20 }) }) });
const grouped = z.array(Note).meta({ orderable: true, widget: sequence({ group: "notes" }) });
const form = createForm(z.object({ notes: z.array(Note).meta({ orderable: true }) }), { formId: "f" });
const groupForm = createForm(z.object({ todo: grouped, done: grouped }), { formId: "g" });
const app = express();
const assets = formAssets();
app.use(assets);
const notes = (length: number): { title: string; text: string }[] =>
  Array.from({ length }, (_, index) => ({ title: `${index}`, text: "" }));
const pageOf = (form: WithResources, content: unknown): string =>
  `<!doctype html><html lang="en"><title>Notes</title>${assets.tags(form)}<main>${content}</main>`;
app.get("/", (_req, res) => void res.send(pageOf(form, form.render({ notes: notes(8) }))));
app.get("/group", (_req, res) => {
  res.send(pageOf(groupForm, groupForm.render({ todo: notes(3), done: notes(3) })));
});
const url = listening(app);

describe("an item that moves past a tall one", () => {
  it.each(["button", "key"])("stays at its place in the window, by %s", async (by) => {
    const { page } = await openPage();
    await page.goto(url());
    for (const [op, key] of [
      ["down", "ArrowDown"],
      ["up", "ArrowUp"],
    ]) {
      const control = page.locator(by === "button" ? `[id="f-notes-3:${op}"]` : "#f-notes-3-title");
      await control.focus();
      await control.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
      // In one task, so that nothing but the move scrolls the page
      const jump = await page.evaluate<number>(`(() => {
        const element = document.activeElement;
        const before = element.getBoundingClientRect().top;
        if ("${by}" === "button") element.click();
        else element.dispatchEvent(new KeyboardEvent("keydown", { key: "${key}", altKey: true, bubbles: true }));
        return element.getBoundingClientRect().top - before;
      })()`);
      expect(Math.abs(jump)).toBeLessThan(2);
    }
  });
});

describe("the neighbour of a moved item", () => {
  it.each([
    ["no-preference", 1],
    ["reduce", 0],
  ] as const)("slides to its place only where motion is welcome: %s", async (reducedMotion, count) => {
    const { page } = await openPage();
    await page.emulateMedia({ reducedMotion });
    await page.goto(url());
    const slides = await page.evaluate<number>(`(() => {
      document.getElementById("f-notes-1:down").click();
      return document.getElementById("f-notes-2:item").getAnimations().length;
    })()`);
    expect(slides).toBe(count);
  });
});

/** Returns the top of an item in the window, and the scroll position of the page. */
function placeOf(page: Page, id: string): Promise<{ top: number; scrollY: number }> {
  return page.evaluate(
    `({ top: document.getElementById("${id}:item").getBoundingClientRect().top, scrollY: Math.round(scrollY) })`,
  );
}

describe("an item that moves to another list", () => {
  it("stays at its place in the window, by key", async () => {
    const { page } = await openPage();
    await page.goto(`${url()}/group`);
    await page.locator("#g-todo-2-title").focus();
    const before = await placeOf(page, "g-todo-2");
    await page.keyboard.press("Alt+ArrowDown");
    const after = await placeOf(page, "g-done-3");
    expect(Math.abs(after.top - before.top)).toBeLessThan(2);
  });

  it.each([
    ["down", "g-todo-2", "g-done-0", ["0", "1"], ["0", "1", "3", "2"]],
    ["up", "g-done-0", "g-todo-2", ["0", "1", "3", "2"], ["1", "2"]],
  ])(
    "stays under the pointer, by dragging it %s, and the page does not scroll",
    async (direction, from, to, todo, done) => {
      const { page } = await openPage();
      await page.setViewportSize({ width: 1280, height: 2400 });
      await page.goto(`${url()}/group`);
      const items = (list: string): Promise<string[]> =>
        page.locator(`#g-${list} > ol > li`).evaluateAll((all) => all.map(({ id }) => id.replace(/\D/g, "")));
      await page.locator(`[id="${from}:item"]`).evaluate((item) => item.scrollIntoView({ block: "center" }));
      const handle = await page.locator(`[id="${from}:item"] > .tf-handle`).boundingBox();
      const target = await page.locator(`[id="${to}:item"]`).boundingBox();
      if (!handle || !target) throw new Error("The items are not in sight");
      const before = await placeOf(page, from);
      const x = handle.x + handle.width / 2;
      const y = handle.y + handle.height / 2;
      await page.mouse.move(x, y);
      await page.mouse.down();
      const end = direction === "down" ? target.y + target.height * 0.9 : target.y + target.height * 0.1;
      await page.mouse.move(x, end, { steps: 8 });
      await expect.poll(() => items("todo")).toHaveLength(todo.length);
      // The item follows the pointer in the next frame.
      await expect
        .poll(async () => Math.abs((await placeOf(page, from)).top - before.top - (end - y)))
        .toBeLessThan(2);
      expect((await placeOf(page, from)).scrollY).toBe(before.scrollY);
      await page.mouse.up();
      expect(await items("todo")).toEqual(todo);
      expect(await items("done")).toEqual(done);
      expect(await page.evaluate("Math.round(scrollY)")).toBe(before.scrollY);
    },
  );
});
