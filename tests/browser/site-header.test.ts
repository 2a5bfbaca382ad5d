import { describe, expect, it } from "vitest";
import { useDemo } from "./demo-server.ts";
import { openPage } from "./pages.ts";

const site = useDemo();
const parts = [
  "/",
  "/docs",
  "/docs/search?q=list",
  "/gallery",
  "/gallery/select",
  "/gallery/languages/ar",
  "/presets",
  "/presets/import",
  "/playground",
  "/nowhere",
];

describe("the header", () => {
  it.each([390, 1280, 1600])("stands still from part to part of the site, %i px wide", async (width) => {
    const { page } = await openPage();
    await page.setViewportSize({ width, height: 900 });
    const places = new Map<string, string[]>();
    for (const path of parts) {
      await page.goto(site.url + path);
      const boxes = [
        await page.locator(".brand").boundingBox(),
        await page.getByRole("navigation", { name: "Main" }).boundingBox(),
      ];
      const place = JSON.stringify(boxes);
      places.set(place, [...(places.get(place) ?? []), path]);
    }
    expect([...places.values()]).toEqual([parts]);
  });
});
