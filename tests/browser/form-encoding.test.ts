import { controls } from "@turnform/express-adapter";
import type { Control } from "@turnform/schema";
import express from "express";
import fc from "fast-check";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { controlsAsSent } from "../server/browser-encoding.ts";
import { listening } from "../server/listen.ts";
import { openPage } from "./pages.ts";

type Pair = readonly [name: string, value: string];

const odd = [
  "",
  " ",
  "+",
  "%",
  "%41",
  "%zz",
  "&=;#?",
  "a\nb",
  "a\rb",
  "a\r\nb",
  "\n\r\r\n",
  "\0",
  "\uFEFFbom",
  "ünï 😀",
  "\uD83D alone",
  "alone \uDE00\uD83D",
  "\u2028\u00A0",
  'quote "',
  "%22",
  "back\\slash",
  "--boundary\r\n",
  "__proto__",
  "_charset_",
  "a[0][b]",
];
const text = fc.string({
  unit: fc.oneof(fc.string({ unit: "binary", maxLength: 1 }), fc.constantFrom(...odd, "\uD800", "\uDFFF")),
  maxLength: 20,
});
/** Every odd text as a value and as a name, and random pairs. */
const pairs: readonly Pair[] = [
  ...odd.map((value): Pair => ["value", value]),
  ...odd.map((name): Pair => [name, "UTF-8"]),
  ...fc.sample(fc.tuple(text, text), { numRuns: 300, seed: 7 }),
].filter(([name, value]) => name !== "_charset_" || value === "UTF-8");

const app = express().use(controls());
app.all("/controls", (req, res) => res.json(req.controls));
app.get("/", (_req, res) =>
  res.type("html").send("<!doctype html><title>Form</title><form action=/controls></form>"),
);
const url = listening(app);

let page: Page;
beforeEach(async () => {
  ({ page } = await openPage());
});

/** Sends a form with these pairs by a click, as hidden inputs or appended to the form's data. */
async function submit(
  attributes: Record<string, string>,
  pairs: readonly Pair[],
  how: "inputs" | "formdata",
) {
  await page.goto(url());
  const held: [string, string][] = await page.evaluate(`{
    const form = document.forms[0];
    const pairs = ${JSON.stringify(pairs)};
    for (const [name, value] of Object.entries(${JSON.stringify(attributes)})) form.setAttribute(name, value);
    if (${JSON.stringify(how)} === "inputs") {
      for (const [name, value] of pairs) {
        form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
      }
    } else {
      form.addEventListener("formdata", ({ formData }) => {
        for (const [name, value] of pairs) formData.append(name, value);
      });
    }
    form.append(Object.assign(document.createElement("button"), { textContent: "Send" }));
    [...new FormData(form)];
  }`);
  const [response] = await Promise.all([
    page.waitForResponse((response) => response.url().startsWith(`${url()}/controls`)),
    page.getByRole("button").click(),
  ]);
  const received: Control[] = await response.json();
  return { held, received };
}

describe("controls() in Chromium", () => {
  it.each([
    ["post", "application/x-www-form-urlencoded", pairs],
    ["post", "multipart/form-data", pairs],
    ["get", "application/x-www-form-urlencoded", pairs.slice(0, 2 * odd.length)], // a query has its limit
  ])("reads what a form holds, sent by %s as %s", async (method, enctype, pairs) => {
    for (const how of ["inputs", "formdata"] as const) {
      const { held, received } = await submit({ method, enctype }, pairs, how);
      expect(held.length).toBe(
        how === "inputs" ? pairs.filter(([name]) => name !== "").length : pairs.length,
      );
      const sent = controlsAsSent(held);
      expect(received).toEqual(enctype.startsWith("multipart") ? sent.map(asRead) : sent);
    }
  });
});

/** A browser escapes three characters in a part's name, and not the escape sign itself, so escaping can't be undone. */
function asRead([name, value]: Control): Control {
  return [name.replaceAll(/%(?:22|0D|0A)/gi, decodeURIComponent), value];
}
