import { createForm } from "@turnform/form";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";

const Part = z
  .object({
    name: z.string().min(1).meta({ title: "Name" }),
    get parts() {
      return z.array(Part).meta({ title: "Parts" });
    },
  })
  .meta({ title: "Part" });
type Part = z.output<typeof Part>;

function nested(depth: number): Part[] {
  return depth === 0 ? [] : [{ name: `Level ${depth}`, parts: nested(depth - 1) }];
}

const form = createForm(z.object({ machine: Part.meta({ title: "Machine" }) }), { formId: "f" });
const url = serveForm(form, () => undefined, {
  load: () => ({ machine: { name: "", parts: nested(6) } }),
});

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

interface Look {
  readonly size: number;
  readonly weight: number;
  readonly color: string;
}
