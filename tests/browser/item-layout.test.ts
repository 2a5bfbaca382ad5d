import { formAssets } from "@turnform/express-adapter";
import { createForm, radioChoice, sequence } from "@turnform/form";
import express from "express";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { listening } from "../server/listen.ts";
import { openPage } from "./pages.ts";

const way = z.enum(["left", "right"]).meta({ widget: radioChoice() });
const Ride = z.object({ name: z.string(), out: way, back: way, home: way, on: z.boolean() });
const initial = [{ name: "", out: "left", back: "left", home: "left", on: false }];
const list = z.array(Ride).meta({ initial });
const form = createForm(
  z.object({ list, rows: list.meta({ initial, widget: sequence({ layout: "table" }) }) }),
  { formId: "f" },
);
const room = z.enum(["single", "Double with balcony"]);
const Stay = z.object({ nights: z.int(), guests: z.int(), room, sea: z.boolean() }).meta({ title: "Stay" });
const stays = createForm(z.object({ stays: z.array(Stay).meta({ orderable: true }) }), { formId: "f" });
const app = express();
const assets = formAssets();
app.use(assets);
app.get("/", (_req, res) => {
  res.send(
    `<!doctype html><html lang="en"><title>Rides</title>${assets.tags(form)}<main>${form.render()}</main>`,
  );
});
app.get("/stays", (_req, res) => {
  const value = { stays: [{ nights: 2, guests: 3, room: "Double with balcony", sea: true }] } as const;
  res.send(
    `<!doctype html><html lang="en"><title>Stays</title>${assets.tags(stays)}<main>${stays.render(value)}</main>`,
  );
});
const url = listening(app);

describe("the fields of an item", () => {
  it.each([390, 1100])(
    "keep their height and stay in their cells next to groups, %i pixels wide",
    async (width) => {
      const { page } = await openPage();
      await page.setViewportSize({ width, height: 800 });
      await page.goto(url());
      const names = await page
        .locator("[data-tf-items] .tf-input")
        .evaluateAll((found) => found.map((name) => name.getBoundingClientRect().height));
      expect(names).toHaveLength(2);
      for (const height of names) expect(height).toBeLessThan(50);
      const strays = await page.locator("td label").evaluateAll((found) =>
        found.filter((label) => {
          const cell = label.closest("td")?.getBoundingClientRect();
          return !cell || label.getBoundingClientRect().right > cell.right;
        }),
      );
      expect(strays).toHaveLength(0);
    },
  );

  it("share a line with a heading, and show the longest choice of a select", async () => {
    const { page } = await openPage();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${url()}/stays`);
    const [line, widths] = await page.evaluate<[number[], number[]]>(`(() => {
      const item = document.querySelector("[data-tf-item]");
      const middle = (part) => { const { top, bottom } = item.querySelector(part).getBoundingClientRect(); return (top + bottom) / 2; };
      const select = item.querySelector("select");
      const free = select.cloneNode(true);
      free.style.cssText = "display: block; inline-size: max-content; max-inline-size: none";
      document.querySelector("form").append(free);
      return [["legend", "tf-toolbar", "input[name=nights]", "select"].map(middle),
        [select, free].map((each) => each.getBoundingClientRect().width)];
    })()`);
    const [first = 0] = line;
    for (const each of line) expect(Math.abs(each - first)).toBeLessThan(4);
    const [shown = 0, longest = Infinity] = widths;
    expect(shown).toBeGreaterThanOrEqual(longest);
  });
});
