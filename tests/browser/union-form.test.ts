import { createForm } from "@turnform/form";
import type { Locator, Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { accessibilityFaults } from "./demo-server.ts";
import { press } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";

const Shape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("dot"), width: z.number() }),
  z.object({ kind: z.literal("line"), points: z.array(z.int().meta({ title: "Point" })) }),
]);
const form = createForm(Shape, { formId: "f" });
let saved: unknown;
const address = serveForm(form, (value) => void (saved = value), {});

const at = (page: Page, id: string): Locator => page.locator(`[id="${id}"]`);

beforeEach(() => {
  saved = undefined;
});

describe.each([true, false])("a form of a union, with JavaScript: %s", (javaScriptEnabled) => {
  it("shows the fields of the chosen case, marks their errors and saves them", async () => {
    const { page, complaints } = await openPage({ javaScriptEnabled });
    await page.goto(address());
    const choose = async (label: string): Promise<void> => {
      await at(page, "f-kind").selectOption({ label });
      if (!javaScriptEnabled) await press(page, "Choose Kind");
    };
    await choose("Dot");
    await at(page, "f-width").fill("wide");
    await press(page, "Submit");
    await page.getByRole("link", { name: /wide/ }).click();
    expect(await page.evaluate("document.activeElement.id")).toBe("f-width");
    if (javaScriptEnabled) expect(await accessibilityFaults(page)).toEqual([]);
    await choose("Line");
    await press(page, "Add Point");
    await at(page, "f-points-0").fill("7");
    await press(page, "Submit");
    expect(saved).toEqual({ kind: "line", points: [7] });
    expect(complaints).toEqual([]);
  });
});
