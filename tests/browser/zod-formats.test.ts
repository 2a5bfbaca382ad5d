import { createForm } from "@turnform/form";
import type { Locator, Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { formatsByName, otherFormats } from "../../packages/form/src/testing/zod-formats.ts";
import { openPage } from "./pages.ts";

const samples = Object.values({ ...formatsByName, ...otherFormats });
const most = Math.max(...samples.map(({ texts }) => texts.length));

let page: Page;
beforeEach(async () => {
  ({ page } = await openPage());
  // The page still has the scripts and the policy of another test.
  await page.goto("about:blank");
});

/** Replaces the text of a control, as a person does in an American English browser. */
async function type(control: Locator, text: string): Promise<void> {
  const kind = await control.getAttribute("type");
  await control.focus();
  if (kind === "date") {
    const [year = "", month = "", day = ""] = text.split("-");
    await page.keyboard.type(`${month}${day}${year}`);
  } else if (kind === "time") {
    const [hours = "", minutes = "", seconds = ""] = text.split(":");
    const hour = String(Number(hours) % 12 || 12).padStart(2, "0");
    const half = Number(hours) < 12 ? "AM" : "PM";
    await page.keyboard.type(
      `${hour}${minutes}${seconds.replace(/\.(\d+)$/, (_, digits) => digits.padEnd(3, "0"))}${half}`,
    );
  } else {
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(text);
  }
}

/** Splits a text into the parts of its controls. A blank page has no control for Z: it is the zone of the schema. */
function partsOf(text: string, shown: readonly string[]): readonly string[] {
  if (shown.length === 1) return [text];
  const [, date = "", time = "", zone = ""] = /^(.*)T(.*?)(Z|[+-].*)?$/.exec(text) ?? [];
  return shown.length === 3 ? [date, time, zone] : [date, shown[1]?.endsWith("Z") ? time + zone : time];
}

describe("formats of zod in a browser", () => {
  it.each(Array.from({ length: most }, (_, round) => round))(
    "are typed, and read correctly: %i",
    async (round) => {
      const fields = samples.flatMap(({ type: each, texts }, index) => {
        const text = texts[round];
        return text === undefined ? [] : [{ name: `f${index}`, type: each, text }];
      });
      const data = Object.fromEntries(fields.map(({ name, text }) => [name, text]));
      const form = createForm(z.object(Object.fromEntries(fields.map((field) => [field.name, field.type]))), {
        formId: "f",
      });
      // A control for times has seconds only with a value that has them.
      await page.setContent(String(round === 0 ? form.render() : form.render(data)));
      for (const { name, text } of fields) {
        const controls = page.locator(`input:is(#f-${name}, [id^="f-${name}-"])`);
        const shown = await controls.evaluateAll((inputs) => inputs.map(({ value }) => String(value)));
        for (const [at, part] of partsOf(text, shown).entries()) await type(controls.nth(at), part);
      }
      const refused = await page
        .locator("input:invalid")
        .evaluateAll((inputs) => inputs.map((input) => `${input.id} ${input.outerHTML}`));
      expect(refused).toEqual([]);
      const sent: string = await page.evaluate(
        "JSON.stringify([...new FormData(document.querySelector('form'))])",
      );
      const result = form.validate(JSON.parse(sent));
      expect(result.kind === "invalid" ? result.error.asDict() : {}).toEqual({});
      expect(result).toMatchObject({ kind: "valid", value: data });
    },
  );
});
