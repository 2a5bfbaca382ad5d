import { formAssets } from "@turnform/express-adapter";
import { createForm, textArea } from "@turnform/form";
import express from "express";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { listening } from "../server/listen.ts";
import { openPage } from "./pages.ts";

const Note = z.object({ title: z.string(), text: z.string().meta({ widget: textArea({ rows: 20 }) }) });
const form = createForm(z.object({ notes: z.array(Note).meta({ orderable: true }) }), { formId: "f" });
const app = express();
const assets = formAssets();
app.use(assets);
app.get("/", (_req, res) => {
  const notes = Array.from({ length: 8 }, (_, index) => ({ title: `${index}`, text: "" }));
  res.send(
    `<!doctype html><html lang="en"><title>Notes</title>${assets.tags(form)}<main>${form.render({ notes })}</main>`,
  );
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
