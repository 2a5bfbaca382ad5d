import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { repeatedNames } from "./accessible-names.ts";
import { useDemo } from "./demo-server.ts";
import { click } from "./next-page.ts";
import { withPage } from "./pages.ts";

const site = useDemo();
const gallery = new URL("../../demo/src/gallery/", import.meta.url);
const names = ["examples", "features"].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, gallery)).flatMap((file) => /^([\w-]+)\.ts$/.exec(file)?.[1] ?? []),
);

describe.concurrent.each([
  ["with the script", true],
  ["without the script", false],
])("every button and group of a form has a name of its own, %s", (_, javaScriptEnabled) => {
  it.each([...names.map((name) => `/gallery/${name}`), "/presets/new", "/presets/1"])("on %s", (path) =>
    withPage({ javaScriptEnabled }, async ({ page }) => {
      for (const view of path.startsWith("/presets") ? [""] : ["", "?view=filled", "?view=readonly"]) {
        await page.goto(`${site.url}${path}${view}`);
        expect(await repeatedNames(page), view).toEqual([]);
      }
      if (!javaScriptEnabled || path === "/gallery/thousand-items") return;
      await page.goto(`${site.url}${path}`);
      // Each round adds an item to every list, also to the lists in the items of the round before.
      for (let round = 0; round < 3; round++)
        for (const id of await page
          .locator(".tf-add:enabled:visible")
          .evaluateAll((adds) => adds.map((add) => add.id)))
          await click(page.locator(`[id="${id}"]`));
      await page.evaluate(
        `[...document.querySelectorAll(".tf-edit[value=duplicate]:enabled")].slice(0, 3).forEach((each) => each.click())`,
      );
      expect(await repeatedNames(page)).toEqual([]);
    }),
  );
});
