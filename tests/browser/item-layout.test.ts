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
const app = express();
const assets = formAssets();
app.use(assets);
app.get("/", (_req, res) => {
  res.send(
    `<!doctype html><html lang="en"><title>Rides</title>${assets.tags(form)}<main>${form.render()}</main>`,
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
});
