/** Shows every widget with hostile texts in every place, in a real browser without a content security policy. */
import { formAssets } from "@turnform/express-adapter";
import { type Control } from "@turnform/schema";
import { joinPath } from "@turnform/schema/tools";
import { createForm, type FilledForm, type Theme } from "@turnform/form";
import express from "express";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import {
  EVERYTHING,
  harmless,
  optionsWith,
  themes,
  typesWith,
  widgetOptionsWith,
} from "../../packages/form/src/testing/hostile.ts";
import { submittedControls } from "../../packages/form/src/testing/submitted.ts";
import { widgetSamples } from "../../packages/form/src/testing/widget-samples.ts";
import { listening } from "../server/listen.ts";
import { openPage } from "./pages.ts";

/** Returns a form with every widget, once directly and once in a list, and values for it. */
function formWith(text: string, theme: Theme) {
  const options = widgetOptionsWith(text);
  const samples = [
    ...widgetSamples.map((each) => [each.type(options), each.values[0]] as const),
    ...Object.values(typesWith(text)).map((make) => [make(options), undefined] as const),
  ];
  const fields = samples.map(([type, value], index) => {
    const field = type.meta({ ...type.meta(), title: text, description: text });
    return { name: `${index}${text}`, field, value };
  });
  const schema = z.object({
    ...Object.fromEntries(fields.map(({ name, field }) => [name, field])),
    lists: z.object(Object.fromEntries(fields.map(({ name, field }) => [name, z.array(field)]))),
  });
  const values = Object.fromEntries(
    fields.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
  );
  const lists = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
  const form = createForm(schema.meta({ title: text, description: text }), { ...optionsWith(text), theme });
  return { form, names: fields.map(({ name }) => name), data: { ...values, lists } };
}

const VIEWS = ["fresh", "wrong", "posted", "readonly"] as const;

/** Returns the pages of a form. */
function pagesWith(text: string, theme: Theme): Record<(typeof VIEWS)[number], FilledForm> {
  const { form, names, data } = formWith(text, theme);
  const fresh = form.render(data).withNotice(text);
  const posted = submittedControls(String(fresh)).map(([name, value]): Control => [
    name,
    name.startsWith("_") ? value : text,
  ]);
  return {
    fresh,
    wrong: fresh.withErrors({
      "": text,
      ...Object.fromEntries(names.map((name) => [joinPath([name]), text])),
    }),
    posted: form.validate(posted).form,
    readonly: form.render(data, { readonly: true }),
  };
}

const [plain, bootstrap] = themes;
const pages = { plain: pagesWith(EVERYTHING, plain), bootstrap: pagesWith(EVERYTHING, bootstrap) };
const tame = pagesWith(harmless(EVERYTHING), plain);

const app = express();
const assets = formAssets();
app.use(assets);
app.get("/:theme/:view", (req, res) => {
  const form = pages[req.params.theme === "plain" ? "plain" : "bootstrap"];
  const view = VIEWS.find((each) => each === req.params.view) ?? "fresh";
  res.send(
    `<!doctype html><html lang="en"><title>Hostile</title>${assets.tags(form[view])}<body>${String(form[view])}`,
  );
});
// Suggestions of autocomplete widgets
app.use((_req, res) => void res.json([EVERYTHING, { value: EVERYTHING, label: EVERYTHING }]));
const address = listening(app);

/** Returns the nested elements of HTML with the names of their attributes, templates included. */
const OUTLINE = `(html) => {
  const outline = (element) => "<" + element.localName + " " + element.getAttributeNames().toSorted().join(" ") + ">"
    + [...(element.content ?? element).children].map(outline).join("") + "</>";
  return outline(new DOMParser().parseFromString(html, "text/html").body);
}`;

/** Returns names of elements and attributes that Turnform never writes, templates included. */
const STRANGERS = `(() => {
  const all = (root) => [...root.querySelectorAll("*")].flatMap((element) =>
    [element, ...(element.content ? all(element.content) : [])]);
  return all(document.body).flatMap((element) => [element.localName, ...element.getAttributeNames()])
    .filter((name) => /evil|^on|^script$/.test(name)).concat(window.ran ?? []);
})()`;

async function open(path: string): Promise<Page> {
  const { page } = await openPage();
  const script = await page.addInitScript(
    "window.evil = () => { (window.ran ??= []).push('a script ran'); }",
  );
  onTestFinished(() => script.dispose());
  await page.goto(address() + path);
  return page;
}

describe("hostile texts in a browser", () => {
  it.each(VIEWS.filter((view) => view !== "posted"))("make no element and no attribute: %s", async (view) => {
    const { page } = await openPage();
    // The page still shows the document of another test, which may be about to leave.
    await page.goto("about:blank");
    const outlineOf = async (form: FilledForm): Promise<string> =>
      page.evaluate(`(${OUTLINE})(${JSON.stringify(String(form))})`);
    const wanted = await outlineOf(tame[view]);
    expect(wanted.length).toBeGreaterThan(10_000);
    for (const theme of ["plain", "bootstrap"] as const)
      expect(await outlineOf(pages[theme][view])).toBe(wanted);
  });

  it.each([...VIEWS.map((view) => `/plain/${view}`), "/bootstrap/posted"])(
    "run no script: %s",
    async (path) => {
      const page = await open(path);
      expect(await page.evaluate(STRANGERS)).toEqual([]);
    },
  );

  it("run no script if the page's scripts show them", async () => {
    const page = await open("/plain/fresh");
    const text = JSON.stringify(EVERYTHING);
    // Typing fills titles, suggestions and lists of choices; the buttons announce what they do.
    await page.evaluate(`for (const input of document.querySelectorAll("input[type=text], input[type=search], textarea, [role=combobox]")) {
      input.focus();
      input.value = ${text};
      for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true }));
    }`);
    await page.evaluate(`for (const op of ["add", "duplicate", "down", "remove"])
      for (const button of [...document.querySelectorAll("[data-tf-sequence] [name=__edit__][value=" + op + "]")].slice(0, 40)) button.click()`);
    await page.evaluate(`for (const target of document.querySelectorAll("[contenteditable=true]")) {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", ${text});
      target.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }`);
    const files = page.locator("input[type=file]");
    const file = {
      name: EVERYTHING,
      mimeType: "image/svg+xml",
      buffer: Buffer.from("<svg onload='evil()'/>"),
    };
    for (const input of (await files.all()).slice(0, 2)) await input.setInputFiles(file);
    const suggesting = page.locator("tf-autocomplete input").first();
    await suggesting.fill("a");
    await page.locator("tf-autocomplete [role=option]").first().waitFor();
    await page.locator(".ts-control:visible").first().click();
    await page.locator(".ts-dropdown .option:visible").first().waitFor();
    expect(await page.evaluate(STRANGERS)).toEqual([]);
  });
});
