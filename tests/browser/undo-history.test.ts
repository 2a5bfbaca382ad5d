import { createForm, sequence, union } from "@turnform/form";
import fc from "fast-check";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { accessibilityFaults } from "./demo-server.ts";
import { click } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";
import { unsound } from "./sound-page.ts";

const Shape = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("circle"), size: z.string(), tags: z.array(z.string()).min(1).max(3) }),
    z.object({ kind: z.literal("square"), size: z.string() }),
  ])
  .meta({ title: "Shape", widget: union() });
const Leaf = z.object({ name: z.string(), way: z.enum(["left", "right"]), on: z.boolean() });
const Group = z
  .array(Leaf)
  .max(4)
  .meta({ title: "Group", widget: sequence({ orderable: true, group: "leaves" }) });
const Trees = z.object({
  groups: z
    .array(Group)
    .min(1)
    .meta({ widget: sequence({ orderable: true }) }),
  shapes: z.array(Shape).meta({ widget: sequence({ orderable: true }) }),
  rows: z
    .array(Leaf)
    .max(5)
    .meta({ widget: sequence({ layout: "table", orderable: true }) }),
  root: Shape.meta({ widget: union({ choice: "radio" }) }),
});
const form = createForm(Trees, { formId: "f", noValidate: true });
const initial = {
  groups: [
    [
      { name: "a", way: "left", on: true },
      { name: "b", way: "right", on: false },
    ],
    [{ name: "c", way: "right", on: true }],
  ],
  shapes: [{ kind: "circle", size: "1", tags: ["x", "y"] }],
  rows: [{ name: "d", way: "left", on: false }],
  root: { kind: "square", size: "2" },
} as const;
const address = serveForm(form, () => {}, { load: () => structuredClone({ ...initial }) });

/** Makes an edit for each random number in the page, and undoes all. Returns the posted controls of all states. */
async function doAndUndo(
  page: Page,
  picks: readonly number[],
): Promise<{ made: string[]; undone: string[] }> {
  return page.evaluate(`(async () => {
    const form = document.getElementById("f");
    const posted = () => JSON.stringify([...new FormData(form)]);
    const settled = () => new Promise((resolve) => setTimeout(resolve));
    const made = [posted()];
    for (const pick of ${JSON.stringify(picks)}) {
      const choose = "[data-tf-tag] :is(option:not(:checked), [type=radio]:not(:checked))";
      const doers = [...form.querySelectorAll("[name=__edit__]:enabled:not([value=choose]), [type=checkbox], " + choose)];
      const doer = doers[pick % doers.length];
      if (doer.matches("[type=checkbox]")) {
        const key = pick % 2 ? "ArrowUp" : "ArrowDown";
        doer.focus();
        doer.dispatchEvent(new KeyboardEvent("keydown", { key, altKey: true, bubbles: true, cancelable: true }));
      } else if (doer.localName === "option") {
        doer.selected = true;
        doer.parentElement.dispatchEvent(new Event("change", { bubbles: true }));
      } else doer.click();
      await settled();
      if (posted() !== made.at(-1)) made.push(posted());
    }
    const undone = [posted()];
    for (let button; (button = form.querySelector(".tf-undo button")); ) {
      button.click();
      await settled();
      if (posted() !== undone.at(-1)) undone.push(posted());
    }
    return { made, undone };
  })()`);
}

describe("the history of edits", () => {
  it("returns to each earlier state, in order", async () => {
    const { page, complaints } = await openPage();
    let edits = 0;
    const picks = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(picks, async (numbers) => {
        await page.goto(address());
        const { made, undone } = await doAndUndo(page, numbers);
        expect(undone).toEqual(made.toReversed());
        edits += made.length - 1;
        expect(await unsound(page)).toEqual([]);
      }),
      { numRuns: 20 },
    );
    expect(edits).toBeGreaterThan(20);
    expect(complaints).toEqual([]);
  });

  it("brings back the case of a union with its values", async () => {
    const { page, complaints } = await openPage();
    await page.goto(address());
    await page.locator("#f-root").getByLabel("Circle").check();
    await page.locator("#f-root-size").fill("typed");
    const bar = page.locator(".tf-undo");
    await expect.poll(() => bar.innerText()).toContain("Shape: Circle");
    expect(await accessibilityFaults(page)).toEqual([]);
    await bar.getByRole("button").click();
    expect(await page.locator("#f-root-size").inputValue()).toBe("2");
    expect(await page.locator("[data-tf-live]").textContent()).toBe("Choice undone: Shape: Square");
    expect(
      await page
        .locator("#f-root")
        .getByLabel("Square")
        .evaluate((each) => each.matches(":focus")),
    ).toBe(true);
    await page.locator("#f-root").getByLabel("Circle").check();
    expect(await page.locator("#f-root-size").inputValue()).toBe("typed");
    expect(complaints).toEqual([]);
  });

  it("stays in sight, and covers neither the focus nor the last button", async () => {
    const { page } = await openPage({ viewport: { width: 320, height: 400 } });
    await page.goto(address());
    // The new item's first field comes into sight at the bottom of the window, where the bar appears.
    const duplicate = page.locator(`[id="f-groups-0-1:duplicate"]`);
    await page.locator(`[id="f-groups-0-1:more"]`).click();
    await duplicate.evaluate((each) => each.scrollIntoView({ block: "end" }));
    await duplicate.press("Enter");
    const button = page.locator(".tf-undo button");
    const bottom = await button.evaluate((each) => each.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThanOrEqual(400);
    const covered = `(() => {
      const [a, b] = [document.activeElement, document.querySelector(".tf-undo p")].map((each) => each.getBoundingClientRect());
      return a.bottom > b.top && a.top < b.bottom && a.left < b.right && a.right > b.left;
    })()`;
    expect(await page.evaluate(covered)).toBe(false);
    for (let stop = 0; stop < 60; stop++) {
      await page.keyboard.press("Tab");
      if (await button.evaluate((each) => each.matches(":focus"))) return;
      expect(await page.evaluate(covered)).toBe(false);
    }
    throw new Error("Undo is not among the first 60 stops");
  });

  it("needs the script", async () => {
    const { page } = await openPage({ javaScriptEnabled: false });
    await page.goto(address());
    await click(page.locator(`[id="f-rows-0:remove"]`));
    expect(await page.locator("#f-rows [data-tf-items] > *").count()).toBe(0);
    expect(await page.locator(".tf-undo").count()).toBe(0);
  });
});
