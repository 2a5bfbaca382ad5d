import { columns, createForm, details, row, section, tabs } from "@turnform/form";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { accessibilityFaults } from "./demo-server.ts";
import { press, send } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";

const Item = z.object({ word: z.string().min(2), size: z.string(), note: z.string() }).meta({
  title: "Thing",
  arrange: [tabs([section("Word", ["word"]), section("Size", [row(["size"]), details("Note", ["note"])])])],
});
const Order = z.object({
  name: z.string().min(3),
  street: z.string(),
  city: z.string().min(3),
  left: z.string(),
  right: z.string(),
  hint: z.string(),
  things: z.array(Item).meta({ orderable: true }),
});
const form = createForm(Order, {
  formId: "f",
  buttons: ["save"],
  arrange: [
    tabs([
      section("Person", ["name"]),
      section("Address", [row(["street", "city"])]),
      section("Things", ["things"]),
    ]),
    details("More", [columns([["left"], ["right"]])]),
  ],
});
const filled = {
  name: "Ada",
  street: "Main Street",
  city: "Bern",
  left: "l",
  right: "r",
  hint: "h",
  things: [{ word: "one", size: "s", note: "n" }],
};

let saved: unknown;
const address = serveForm(form, (value) => void (saved = value), {
  path: "/:what",
  load: (req) => (req.params["what"] === "filled" ? filled : {}),
  redirect: "/saved",
});

let page: Page;
let complaints: readonly string[] = [];
afterEach(() => expect(complaints).toEqual([]));

async function open(what: "fresh" | "filled", options: Parameters<typeof openPage>[0] = {}): Promise<void> {
  ({ page, complaints } = await openPage(options));
  await page.goto(`${address()}/${what}`);
}
const focused = (): Promise<unknown> => page.evaluate("document.activeElement.id");
const selected = (): Promise<string> => page.getByRole("tab", { selected: true }).first().innerText();
const isSeen = (id: string): Promise<boolean> => page.locator(`[id="${id}"]`).isVisible();
const withoutChecks = (): Promise<unknown> => page.evaluate("document.forms[0].noValidate = true");

describe("tabs", () => {
  it("show one section at a time, without its heading", async () => {
    await open("filled");
    expect(await page.getByRole("tab").allInnerTexts()).toEqual(["Person", "Address", "Things"]);
    expect([await isSeen("f-name"), await isSeen("f-city")]).toEqual([true, false]);
    await page.getByRole("tab", { name: "Address" }).click();
    expect([await isSeen("f-name"), await isSeen("f-city")]).toEqual([false, true]);
    const panel = page.getByRole("tabpanel", { name: "Address" });
    expect(await panel.getByRole("textbox").count()).toBe(2);
    expect(await page.getByRole("group", { name: "Address" }).count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it("are one tab stop, with arrows, Home and End", async () => {
    await open("filled");
    await page.keyboard.press("Tab");
    const ids: unknown[] = [await focused()];
    for (const key of ["ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowRight", "End", "Home"]) {
      await page.keyboard.press(key);
      ids.push(`${key}: ${await page.locator(":focus").innerText()}, ${await selected()}`);
    }
    expect(ids).toEqual([
      "f:block-2-panel-tab",
      "ArrowRight: Address, Address",
      "ArrowLeft: Person, Person",
      "ArrowLeft: Things, Things",
      "ArrowRight: Person, Person",
      "End: Things, Things",
      "Home: Person, Person",
    ]);
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("f-name");
  });

  it("turn the arrows around where a text runs from right to left", async () => {
    await open("filled");
    await page.evaluate("document.documentElement.dir = 'rtl'");
    await page.getByRole("tab", { name: "Person" }).focus();
    await page.keyboard.press("ArrowLeft");
    expect(await selected()).toBe("Address");
  });

  it("are plain sections without JavaScript", async () => {
    await open("filled", { javaScriptEnabled: false });
    expect(await page.getByRole("tab").count()).toBe(0);
    for (const name of ["Person", "Address", "Things"])
      expect(await page.getByRole("group", { name, exact: true }).first().isVisible()).toBe(true);
    await press(page, "Save");
    expect(page.url()).toBe(`${address()}/saved`);
    expect(saved).toEqual(filled);
  });

  it("are plain sections if the script can't be loaded", async () => {
    ({ page } = await openPage());
    await page.route("**/turnform-tabs*.js", (route) => route.abort());
    await page.goto(`${address()}/filled`);
    await page.locator("#f-city").waitFor();
    expect(await isSeen("f-name")).toBe(true);
  });

  it("show the first invalid control, to which the browser leads", async () => {
    await open("fresh");
    await page.fill("#f-name", "Ada");
    await page.getByRole("tab", { name: "Things" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    expect([await selected(), await focused()]).toEqual(["Address", "f-street"]);
  });

  it("say how many errors they hold, and show the first of them", async () => {
    await open("filled");
    await withoutChecks();
    await page.getByRole("tab", { name: "Address" }).click();
    await page.fill("#f-street", "");
    await page.fill("#f-city", "");
    await page.getByRole("tab", { name: "Things" }).click();
    await page.fill("#f-things-0-word", "");
    await send(page);
    expect(await page.getByRole("tab").allInnerTexts()).toEqual([
      "Person",
      "Address Errors: 2",
      "Things Errors: 1",
    ]);
    expect(await selected()).toBe("Address Errors: 2");
    await page.getByRole("tab", { name: "Things" }).click();
    expect(await page.getByRole("tabpanel", { name: "Things" }).getByRole("tab").allInnerTexts()).toEqual([
      "Word Errors: 1",
      "Size",
    ]);
  });

  it.each(["mouse", "keyboard"])("open for a link of the error summary, by %s", async (by) => {
    await open("fresh");
    await withoutChecks();
    await send(page);
    expect(await selected()).toBe("Person Errors: 1");
    const link = page.getByRole("link", { name: "City: Required" });
    if (by === "mouse") await link.click();
    else {
      await link.focus();
      await page.keyboard.press("Enter");
    }
    await page.waitForURL(/#f-city$/);
    expect(await selected()).toBe("Address Errors: 2");
    expect(await focused()).toBe("f-city");
  });

  it("open for the target of the page's address", async () => {
    ({ page, complaints } = await openPage());
    await page.goto(`${address()}/filled#f-things-0-size`);
    expect(await page.getByRole("tab", { selected: true }).allInnerTexts()).toEqual(["Things", "Size"]);
  });

  it("work in added, duplicated and moved items", async () => {
    await open("filled");
    await page.getByRole("tab", { name: "Things" }).click();
    await page.getByRole("button", { name: "Add Thing" }).click();
    const added = page.getByRole("group", { name: "Thing 2" });
    await added.getByRole("textbox", { name: "Word" }).fill("two");
    await added.getByRole("tab", { name: "Size" }).click();
    await added.getByRole("textbox", { name: "Size" }).fill("m");
    await added.getByRole("textbox", { name: "Note" }).fill("new");
    expect(await isSeen("f-things-0-word")).toBe(true);
    await page.locator("[id='f-things-1:item'] [name=__edit__][value=duplicate]").click();
    const copy = page.getByRole("group", { name: "Thing 3" });
    expect(await copy.getByRole("tab").allInnerTexts()).toEqual(["Word", "Size"]);
    expect(await copy.getByRole("tabpanel", { name: "Size of Thing 3" }).count()).toBe(1);
    expect(await copy.getByRole("tab", { selected: true }).innerText()).toBe("Size");
    await copy.getByRole("tab", { name: "Word" }).click();
    await copy.getByRole("textbox", { name: "Word" }).fill("three");
    await page.locator("[id='f-things-2:item'] [name=__edit__][value=up]").click();
    expect(await page.getByRole("group", { name: "Thing 2" }).getByRole("tab").count()).toBe(2);
    await press(page, "Save");
    const two = { word: "two", size: "m", note: "new" };
    expect(saved).toEqual({ ...filled, things: [...filled.things, { ...two, word: "three" }, two] });
  });
});

describe("details", () => {
  it("open for an invalid control, and for a link of the error summary", async () => {
    await open("filled");
    const more = page.locator("details.tf-block", { hasText: "More" });
    expect(await isSeen("f-left")).toBe(false);
    await more.locator("summary").click();
    await page.fill("#f-left", "");
    await more.locator("summary").click();
    await page.getByRole("button", { name: "Save" }).click();
    expect([await isSeen("f-left"), await focused()]).toEqual([true, "f-left"]);
    await withoutChecks();
    await send(page);
    expect(await more.locator("summary").innerText()).toBe("More Errors: 1");
    await more.locator("summary").click();
    await page.getByRole("link", { name: "Left: Required" }).click();
    expect([await isSeen("f-left"), await focused()]).toEqual([true, "f-left"]);
  });
});

describe("fields that no block names", () => {
  it.each([true, false])(
    "come after the blocks, in the order of the schema; with the script: %s",
    async (javaScriptEnabled) => {
      await open("filled", { javaScriptEnabled });
      const ids = await page
        .locator("form input[id]:not([type=hidden])")
        .evaluateAll((inputs) => inputs.map(({ id }) => id).filter((id) => !id.startsWith("f-things")));
      expect(ids).toEqual(["f-name", "f-street", "f-city", "f-left", "f-right", "f-hint"]);
    },
  );
});

describe("rows and columns", () => {
  it.each([
    [1280, true],
    [320, false],
  ])("are %i pixels wide: side by side is %s", async (width, isBeside) => {
    await open("fresh");
    await page.setViewportSize({ width, height: 800 });
    await page.getByRole("tab", { name: "Address" }).click();
    const tops = async (...ids: string[]): Promise<boolean> => {
      const boxes = await Promise.all(ids.map((id) => page.locator(`#${id}`).boundingBox()));
      return boxes[0]?.y === boxes[1]?.y;
    };
    expect(await tops("f-street", "f-city")).toBe(isBeside);
    expect(await tops("f-left", "f-right")).toBe(isBeside);
  });
});
