import { createForm, sequence } from "@turnform/form";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { click } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";

const Part = z
  .object({
    name: z.string().min(1),
    get parts() {
      return z.array(Part);
    },
  })
  .meta({ title: "Part" });
type Part = z.output<typeof Part>;

function nested(depth: number): Part[] {
  return depth === 0 ? [] : [{ name: `Level ${depth}`, parts: nested(depth - 1) }];
}

/** Returns parts down to a level. The sixth level has two, and only the second of them has parts. */
function deep(level: number, to: number): Part[] {
  if (level > to) return [];
  const part = { name: `Level ${level}`, parts: deep(level + 1, to) };
  return level === 6 ? [{ name: "", parts: [] }, part] : [part];
}

const form = createForm(z.object({ machine: Part.meta({ title: "Machine" }) }), { formId: "f" });
const url = serveForm(form, () => undefined, {
  load: () => ({ machine: { name: "", parts: nested(6) } }),
});

const deepForm = createForm(z.object({ parts: z.array(Part) }), { formId: "d" });
const deepUrl = serveForm(deepForm, () => undefined, { load: () => ({ parts: deep(1, 8) }) });
const titledForm = createForm(Part, {
  formId: "t",
  widgets: { "**.parts": sequence({ itemTitle: "${number}: ${name}" }) },
});
const titledUrl = serveForm(titledForm, () => undefined, { load: () => named(0) });

/** Returns a part with a long name, and parts down to the eighth level. */
function named(level: number): Part {
  return { name: `${level} ${"x".repeat(50)}`, parts: level === 8 ? [] : [named(level + 1)] };
}

/** Id of the list on the seventh level, below the second item of the sixth. */
const SEVENTH = `d-parts${"-0-parts".repeat(5)}-1-parts`;

/** Returns the items on the page, from the outermost to the innermost. */
const items = `[...document.querySelectorAll(".tf-item")].filter((item) => !item.closest("template"))`;

describe("items in items", () => {
  it.each(["light", "dark"] as const)("have six readable levels in 320 pixels, %s", async (colorScheme) => {
    const { page } = await openPage();
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(url());
    const inputs = await page
      .locator(".tf-item .tf-input")
      .evaluateAll((found) => found.map((input) => input.getBoundingClientRect().width));
    expect(inputs).toHaveLength(6);
    for (const width of inputs) expect(width).toBeGreaterThanOrEqual(200);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
  });

  it("have one indent each", async () => {
    const { page } = await openPage();
    await page.goto(url());
    const indents = await page.evaluate<number[]>(
      `${items}.slice(1).map((item) => item.getBoundingClientRect().left - item.parentElement.closest(".tf-item").getBoundingClientRect().left)`,
    );
    expect(indents).toHaveLength(5);
    for (const indent of indents) expect(indent).toBeOneOf([17, 21]);
  });

  it("have alternate tints", async () => {
    const { page } = await openPage();
    await page.goto(url());
    const tints = await page.evaluate<string[]>(
      `${items}.map((item) => getComputedStyle(item).backgroundColor)`,
    );
    expect(tints).toHaveLength(6);
    for (const [at, tint] of tints.entries()) expect(tint).toBe(tints[at % 2]);
    expect(tints[0]).not.toBe(tints[1]);
  });

  it("have headings that are no smaller and no paler than labels", async () => {
    const { page } = await openPage();
    await page.goto(url());
    const styles = await page.evaluate<{ legends: Look[]; label: Look }>(`(() => {
      const look = (element) => {
        const { fontSize, color, fontWeight } = getComputedStyle(element);
        return { size: parseFloat(fontSize), weight: Number(fontWeight), color };
      };
      return {
        legends: [...document.querySelectorAll(".tf-legend")].map(look),
        label: look(document.querySelector(".tf-label")),
      };
    })()`);
    expect(styles.legends.length).toBeGreaterThan(12);
    for (const { size, weight, color } of styles.legends) {
      expect(size).toBeGreaterThanOrEqual(styles.label.size);
      expect(weight).toBeGreaterThan(styles.label.weight);
      expect(color).toBe(styles.label.color);
    }
  });
});

describe.each([
  ["with the script", true],
  ["without the script", false],
])("items below the sixth level, %s", (_, javaScriptEnabled) => {
  const open = async (width = 320): Promise<Page> => {
    const { page } = await openPage({ javaScriptEnabled });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(deepUrl());
    return page;
  };
  const shown = async (page: Page): Promise<string[]> => {
    const texts = await page.locator(".tf-breadcrumb:visible").allInnerTexts();
    return texts.map((text) => text.replaceAll(/[\u2068\u2069]/g, ""));
  };
  const press = (page: Page, id: string): Promise<unknown> => click(page.locator(`[id="${id}"]`));

  it("have no indent in 320 pixels, but a breadcrumb of their parents, which screen readers do not read", async () => {
    const page = await open();
    const inputs = await page
      .locator(".tf-item .tf-input")
      .evaluateAll((found) => found.map((input) => input.getBoundingClientRect().width));
    expect(inputs).toHaveLength(9);
    for (const width of inputs) expect(width).toBeGreaterThanOrEqual(200);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
    expect(await shown(page)).toEqual(["… › Part 1 › Part 1 › Part 2", "… › Part 1 › Part 2 › Part 1"]);
    expect(await page.locator("form").ariaSnapshot()).not.toContain("›");
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await shown(page)).toEqual([]);
  });

  it("have a breadcrumb of shortened titles, which follow the typed values", async () => {
    const page = await open();
    await page.goto(titledUrl());
    const title = (level: number): string => `1: ${level} ${"x".repeat(24)}…`;
    const seventh = `… › ${title(4)} › ${title(5)} › ${title(6)}`;
    expect(await shown(page)).toEqual([seventh, `… › ${title(5)} › ${title(6)} › ${title(7)}`]);
    if (!javaScriptEnabled) return;
    await page.locator(`#t${"-parts-0".repeat(7)}-name`).fill("Seventh");
    await page.keyboard.press("Tab");
    expect(await shown(page)).toEqual([seventh, `… › ${title(5)} › ${title(6)} › 1: Seventh`]);
  });

  it("have a breadcrumb that runs from right to left, even with names from left to right", async () => {
    const page = await open();
    await page.evaluate(`document.documentElement.dir = "rtl"`);
    if (javaScriptEnabled) await page.locator(".tf-input").first().dispatchEvent("change");
    const edges = await page.evaluate<number[]>(`(() => {
      const { firstChild: text } = document.querySelector(".tf-breadcrumb");
      return [...text.data.matchAll(/Part/g)].map(({ index }) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + 4);
        return range.getBoundingClientRect().left;
      });
    })()`);
    expect(edges).toHaveLength(3);
    expect(edges).toEqual(edges.toSorted((one, other) => other - one));
  });

  it("have the right breadcrumb after edits", async () => {
    const page = await open();
    await press(page, `${SEVENTH}-0-parts:add`);
    await press(page, `${SEVENTH}:add`);
    const second = ["… › Part 1 › Part 2 › Part 1", "… › Part 1 › Part 2 › Part 1"];
    const seventh = "… › Part 1 › Part 1 › Part 2";
    expect(await shown(page)).toEqual([seventh, ...second, seventh]);
    await press(page, SEVENTH.replace(/1-parts$/, "0:remove"));
    const moved = ["… › Part 1 › Part 1 › Part 1", "… › Part 1 › Part 1 › Part 1"];
    expect(await shown(page)).toEqual([
      "… › Part 1 › Part 1 › Part 1",
      ...moved,
      "… › Part 1 › Part 1 › Part 1",
    ]);
  });
});

interface Look {
  readonly size: number;
  readonly weight: number;
  readonly color: string;
}
