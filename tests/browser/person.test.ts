/** Compares the controls of `fill` with the form data of a real browser. */
import { createForm, type FilledForm } from "@turnform/form";
import { fill } from "@turnform/form/testing";
import type { Control } from "@turnform/schema";
import fc from "fast-check";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { filledIn, hands } from "../../packages/form/src/testing/fill-in.ts";
import { widgetSamples } from "../../packages/form/src/testing/widget-samples.ts";
import { openPage } from "./pages.ts";

/** A page with every widget: with a value, empty, and twice in a list. */
function everyWidget(): FilledForm {
  const fields = widgetSamples.map((sample, at) => ({
    name: `w${at}`,
    type: sample.type({}),
    value: sample.values[0],
  }));
  const shape = (): Record<string, z.ZodType> =>
    Object.fromEntries(fields.map(({ name, type }) => [name, type]));
  const filled = fields.filter(({ value }) => value !== undefined);
  const values = Object.fromEntries(filled.map(({ name, value }) => [name, value]));
  const lists = Object.fromEntries(filled.map(({ name, type }) => [name, z.array(type)]));
  const listed = Object.fromEntries(filled.map(({ name, value }) => [name, [value, value]]));
  const schema = z.object({ full: z.object(shape()), empty: z.object(shape()), lists: z.object(lists) });
  const form = createForm(schema, { formId: "widgets", buttons: ["save", "back"] });
  return form.render({ full: values, lists: listed });
}

/** Controls that browsers accept in other texts than the page has. */
const ODD = `<form>
  <textarea name="area">

two &lt;b&gt; lines</textarea><input name="line" value="a&#10;b&#13;c">
  <input type="hidden" name="hidden" value="a&#10;b&#13;c"><input type="hidden" name="_charset_" value="x">
  ${["2020-02-30", "2020-02-29", "x", "0000-01-01"].map((value) => `<input type="date" name="date" value="${value}">`).join("")}
  ${["24:00", "09:05", "09:05:00", "09:05:06.70"].map((value) => `<input type="time" name="time" value="${value}">`).join("")}
  ${["2020-01-02T03:04", "2020-01-02 03:04:00", "x"].map((value) => `<input type="datetime-local" name="moment" value="${value}">`).join("")}
  ${["2020-01", "2020-13"].map((value) => `<input type="month" name="month" value="${value}">`).join("")}
  ${["1", "1e3", "1.", ".5", "+1", "x", "1e999"].map((value) => `<input type="number" name="number" value="${value}">`).join("")}
  ${["", "5", "-5", "500", "7.4", "x"].map((value) => `<input type="range" name="range" value="${value}" min="1" max="10" step="2">`).join("")}
  <input type="range" name="range" step="0.1" value="0.33"><input type="range" name="range" min="9" max="3">
  <input type="color" name="color" value="#AABBCC"><input type="color" name="color" value="12">
  <input type="email" name="email" value=" a@b.ch "><input type="url" name="url" value=" https://a.ch ">
  <input type="checkbox" name="on" checked><input type="checkbox" name="off">
  <input type="radio" name="radio" value="1" checked><input type="radio" name="radio" value="2" checked>
  <select name="first"><option disabled>a<option>b<option>c</select><select name="last"><option selected>a<option selected>b</select>
  <select name="rows" size="3"><option>a</select><select name="off" disabled><option>a</select>
  <select name="group"><optgroup disabled><option>a</optgroup><option> b  c </select>
  <select name="several" multiple><option selected>a<option selected disabled>b<option value="" selected>c</select>
  <fieldset disabled><legend><input name="legend" value="1"></legend><input name="fieldset" value="1"></fieldset>
  <datalist><input name="datalist" value="1"></datalist><template><input name="template" value="1"></template>
  <input type="file" name="file"><input value="nameless"><input type="submit" name="submit" value="Go">
  <button name="b" value="1">One</button><button type="button" name="b" value="2">Two</button>
</form><input name="outside" form="other" value="1">`;

const pages = [ODD, String(everyWidget())];

/** Reads the form data of the page's form, with a button pressed or none. */
const FORM_DATA = `(button) => {
  const form = document.forms[0];
  const entries = [...new FormData(form, button ? document.querySelector(button) : null)];
  return entries.map(([name, value]) => [name, typeof value === "string" ? value : "file " + value.name]);
}`;

function comparable(controls: readonly Control[]): (readonly [string, string])[] {
  return controls.map(([name, value]) => [
    name,
    typeof value === "string" ? value.replaceAll(/\r\n?/g, "\n") : `file ${value.name}`,
  ]);
}

/** Opens a page without scripts. In the document of another test, its scripts would go on to change forms. */
async function openBlank(): Promise<Page> {
  const { page } = await openPage();
  await page.goto("about:blank");
  return page;
}

describe("fill", () => {
  it("posts the controls that a browser posts, whatever was filled in", async () => {
    const page = await openBlank();
    const filled = pages.flatMap((html) => [
      html,
      ...fc.sample(hands, { numRuns: 5, seed: 1 }).map((hand) => filledIn(html, hand)),
    ]);
    for (const html of filled) {
      await page.setContent(`<!doctype html><html lang="en"><title>Form</title><body>${html}`);
      const posted = await page.evaluate<[string, string][]>(`(${FORM_DATA})()`);
      expect(comparable(fill(html).controls())).toEqual(comparable(posted));
    }
  });

  it("posts a pressed button in its place", async () => {
    const page = await openBlank();
    const html = String(everyWidget());
    await page.setContent(`<!doctype html><html lang="en"><title>Form</title><body>${html}`);
    const posted = await page.evaluate<[string, string][]>(`(${FORM_DATA})("[name=back]")`);
    expect(comparable(fill(html).press("Back"))).toEqual(comparable(posted));
  });
});
