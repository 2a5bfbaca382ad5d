import { formAssets } from "@turnform/express-adapter";
import { createForm } from "@turnform/form";
import express from "express";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { listening } from "../server/listen.ts";
import { accessibilityFaults } from "./demo-server.ts";
import { addKind } from "./gallery/gallery-page.ts";
import { click, press } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { unsound } from "./sound-page.ts";

const Part = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("number"), number: z.number() }),
  z.object({
    kind: z.literal("group"),
    get parts() {
      return z.array(Part.meta({ title: "Part" }));
    },
  }),
]);
const Contact = z.union([
  z.object({ email: z.string() }).meta({ title: "E-mail" }),
  z.object({ phone: z.string() }).meta({ title: "Phone" }),
]);
const form = createForm(
  z.object({
    parts: z
      .array(Part.meta({ title: "Part" }))
      .max(3)
      .meta({ orderable: true }),
    contacts: z.array(Contact.meta({ title: "Contact" })),
  }),
  { formId: "f" },
);
let saved: unknown;
const app = express();
const assets = formAssets();
app.use(assets, express.text({ type: "*/*" }));
const page = (content: unknown): string =>
  `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Parts</title>${assets.tags(form)}<main><h1>Parts</h1>${content}</main>`;
app.get("/", (_, res) => void res.send(page(form.render().toString())));
app.post("/", (req, res) => {
  const result = form.validate([...new URLSearchParams(req.body)]);
  saved = result.kind === "valid" ? result.value : result.kind;
  res.send(page(result.kind === "malformed" ? "malformed" : result.form.toString()));
});
const url = listening(app);

const at = (page: Page, id: string): Locator => page.locator(`[id="${id}"]`);
const focused = (page: Page): Promise<string> => page.evaluate(`document.activeElement.id`);

describe.each([
  ["with the script", true],
  ["without the script", false],
])("a list of several kinds, %s", (_, javaScriptEnabled) => {
  const open = async (): Promise<Page> => {
    const { page } = await openPage({ javaScriptEnabled });
    await page.goto(url());
    return page;
  };

  it("offers its kinds, and adds an item of one with a press", async () => {
    const page = await open();
    expect(await page.locator("#f-parts > .tf-kinds .tf-kind:visible").count()).toBe(
      javaScriptEnabled ? 0 : 3,
    );
    await addKind(page, "Part", "Number");
    expect(await focused(page)).toBe("f-parts-0-number");
    await page.keyboard.type("7");
    await addKind(page, "Part", "Text");
    expect(await focused(page)).toBe("f-parts-1-text");
    await page.keyboard.type("seven");
    await addKind(page, "Contact", "Phone");
    expect(await focused(page)).toBe("f-contacts-0-phone");
    await page.keyboard.type("123");
    expect(await unsound(page)).toEqual([]);
    await press(page, "Submit");
    expect(saved).toEqual({
      parts: [
        { kind: "number", number: 7 },
        { kind: "text", text: "seven" },
      ],
      contacts: [{ phone: "123" }],
    });
  });

  it("inserts an item of the same kind after another", async () => {
    const page = await open();
    await addKind(page, "Part", "Number");
    await addKind(page, "Part", "Text");
    await page.keyboard.type("last");
    await press(page, "Insert after Part 1");
    expect(await focused(page)).toBe(javaScriptEnabled ? "f-parts-2-number" : "f-parts-1-number");
    await page.keyboard.type("8");
    await at(page, "f-parts-0-number").fill("7");
    await press(page, "Submit");
    expect(saved).toMatchObject({
      parts: [
        { kind: "number", number: 7 },
        { kind: "number", number: 8 },
        { kind: "text", text: "last" },
      ],
    });
  });

  it("adds kinds that hold such lists themselves", async () => {
    const page = await open();
    await addKind(page, "Part", "Group");
    // The server draws each further level.
    if (javaScriptEnabled) await at(page, "f-parts-0-parts").waitFor();
    await addKind(at(page, "f-parts-0"), "Part", "Group");
    if (javaScriptEnabled) await at(page, "f-parts-0-parts-0-parts").waitFor();
    await addKind(at(page, "f-parts-0-parts-0"), "Part", "Text");
    await at(page, "f-parts-0-parts-0-parts-0-text").fill("deep");
    await press(page, "Submit");
    expect(saved).toMatchObject({ parts: [{ parts: [{ parts: [{ kind: "text", text: "deep" }] }] }] });
  });

  it("offers nothing at its maximum", async () => {
    const page = await open();
    for (const kind of ["Text", "Number", "Text"]) await addKind(page, "Part", kind);
    expect(await page.locator("#f-parts > .tf-kinds .tf-kind:enabled").count()).toBe(0);
    expect(await page.locator("[id='f-parts:limit']").innerText()).toBe("At most 3 are allowed.");
    await press(page, "Remove Part 1");
    expect(await page.locator("#f-parts > .tf-kinds .tf-kind:enabled").count()).toBe(3);
  });
});

describe("the menu of kinds", () => {
  it("opens and closes by keys, closes by itself, and is undone in one step", async () => {
    const { page } = await openPage();
    await page.goto(url());
    const first = page.locator("#f-parts > .tf-kinds .tf-kind").first();
    await at(page, "f-parts:add").press("Enter");
    expect(await first.isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: "Add Part Text", exact: true }).count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe("f-parts:add-0");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("f-parts:add");
    expect(await first.isVisible()).toBe(false);
    await addKind(page, "Part", "Number");
    expect(await first.isVisible()).toBe(false);
    expect(await at(page, "f-parts-0-kind").inputValue()).toBe("number");
    await click(page.locator(".tf-undo button"));
    expect(await page.locator("#f-parts > ol > li").count()).toBe(0);
    await page.locator(".tf-undo").waitFor({ state: "detached" });
  });
});
