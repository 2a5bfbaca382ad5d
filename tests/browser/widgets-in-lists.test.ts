import { controls, formAssets, formErrors, formRoute, memoryStore } from "@turnform/express-adapter";
import { createForm, sequence } from "@turnform/form";
import { isDecimal } from "@turnform/schema";
import express from "express";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { listening } from "../server/listen.ts";
import { press } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { unsound } from "./sound-page.ts";
import { amounts } from "./widgets-in-lists/amounts.ts";
import { choices } from "./widgets-in-lists/choices.ts";
import { containers } from "./widgets-in-lists/containers.ts";
import type { Data, Family } from "./widgets-in-lists/family.ts";
import { files } from "./widgets-in-lists/files.ts";
import { texts } from "./widgets-in-lists/texts.ts";

const families: readonly Family[] = [texts, choices, amounts, files, containers];

const app = express();
const assets = formAssets();
app.use(assets);
app.use((_req, res, next) => {
  res.set("Content-Security-Policy", "default-src 'self'");
  next();
});
app.use(controls({ uploads: memoryStore() }));
let saved: readonly (readonly Data[])[] | undefined;
for (const [index, { fields }] of families.entries()) {
  const widget = sequence({ orderable: true });
  const Thing = z.object({ name: z.string().min(2), ...fields }).meta({ title: "Thing" });
  const Box = z.array(Thing).meta({ title: "Box", widget });
  const form = createForm(z.object({ boxes: z.array(Box).meta({ widget }) }), {
    formId: "lists",
    noValidate: true,
  });
  app.route(`/${index}`).all(
    formRoute(form, ({ boxes }) => void (saved = boxes), {
      view: (page) =>
        `<!doctype html><html lang="en"><title>Lists</title>${assets.tags(form)}<h1>Lists</h1>${page}</html>`,
      redirect: `/${index}`,
    }),
  );
}
app.get("/favicon.ico", (_req, res) => void res.sendStatus(204));
app.use(formErrors());

const address = listening(app);
const box = (page: Page, number: number): Locator =>
  page.getByRole("group", { name: `Box ${number}`, exact: true });
const thing = (page: Page, boxNumber: number, number: number): Locator =>
  box(page, boxNumber).getByRole("group", { name: new RegExp(`^Thing ${number} of Box`) });

/** Returns the widgets whose scripts have not started exactly once, by the elements that each adds. */
async function notAliveOnce(page: Page): Promise<unknown> {
  return page.evaluate(`
    [...document.querySelectorAll("tf-select-search, tf-rich-text, tf-autocomplete, tf-range")].flatMap((each) => {
      const added = [...each.children].filter(({ dataset }) => "tfAdded" in dataset).map((part) => part.className);
      return added.length > 0 && new Set(added).size === added.length ? [] : [each.outerHTML];
    })`);
}

/** Returns saved data with files as names and texts, and decimals as digits. */
async function inWords(value: unknown): Promise<unknown> {
  if (value instanceof File) return [value.name, await value.text()];
  if (isDecimal(value)) return String(value);
  if (Array.isArray(value)) return Promise.all(value.map(inWords));
  if (typeof value !== "object" || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const read = Object.entries(value).map(async ([key, each]) => [key, await inWords(each)] as const);
  return Object.fromEntries(await Promise.all(read));
}

describe.each(families)("$name in lists of lists", ({ name, fill, data }) => {
  it.each([
    ["with JavaScript", true],
    ["without JavaScript", false],
  ])("are added, copied, moved, removed, refused and saved, %s", async (_, script) => {
    const { page, complaints } = await openPage({ javaScriptEnabled: script });
    const write = async (at: Locator, called: string, which: 0 | 1): Promise<void> => {
      await at.getByLabel("Name").fill(called);
      await fill(at, which, script);
    };
    const sound = async (): Promise<void> => {
      expect(await unsound(page)).toEqual([]);
      if (script) expect(await notAliveOnce(page)).toEqual([]);
    };
    const [one, other] = data;
    saved = undefined;
    await page.goto(`${address()}/${families.findIndex((each) => each.name === name)}`);

    await press(page, "Add Box");
    await press(page, "Add Thing of Box 1");
    await fill(thing(page, 1, 1), 1, script);
    await write(thing(page, 1, 1), "Ant", 0);
    await press(box(page, 1), "Insert after Thing 1");
    await write(thing(page, 1, 2), "Bee", 1);
    await press(box(page, 1), "Duplicate Thing 1");
    await thing(page, 1, 2).getByLabel("Name").fill("Cat");
    if (!script) await press(box(page, 1), "Insert after Thing 1");
    await press(box(page, 1), "Remove Thing 1");
    if (script) await page.locator(".tf-undo button").click();
    await write(thing(page, 1, 1), "Dog", 1);
    await sound();

    // A copy of Dog, Cat and Bee in another box.
    await press(page, "Duplicate Box 1");
    await write(thing(page, 2, 2), "Eel", 1);
    await press(page, "Move up Box 2");
    await press(box(page, 1), "Move down Thing 1");
    await write(thing(page, 1, 2), "Gnu", 0);
    await sound();

    await thing(page, 2, 2).getByLabel("Name").fill("x");
    expect((await press(page, "Submit"))?.status()).toBe(422);
    expect(await thing(page, 2, 2).innerText()).toContain("Enter at least 2 characters");
    await sound();
    await thing(page, 2, 2).getByLabel("Name").fill("Cat");
    await press(box(page, 1), "Duplicate Thing 2");
    await write(thing(page, 1, 3), "Hen", 1);
    await press(page, "Add Box");
    await sound();

    await press(page, "Submit");
    expect(await inWords(saved)).toEqual([
      [
        { name: "Eel", ...other },
        { name: "Gnu", ...one },
        { name: "Hen", ...other },
        { name: "Bee", ...other },
      ],
      [
        { name: "Dog", ...other },
        { name: "Cat", ...one },
        { name: "Bee", ...other },
      ],
      [],
    ]);
    expect(complaints).toEqual([]);
  });
});
