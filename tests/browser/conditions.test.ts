import {
  checkboxChoice,
  createForm,
  details,
  fileInput,
  checkedInput,
  section,
  sequence,
  tabs,
} from "@turnform/form";
import { shownWhen, when } from "@turnform/schema/conditions";
import type { Locator, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { accessibilityFaults } from "./demo-server.ts";
import { press } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";

const text = z.string().optional();
const byCar = when("/by").is("car");
const Stop = z.object({
  place: z.string().optional(),
  parking: shownWhen(when("../../by").is("car"), z.string()),
  note: text.meta({ requireWhen: when("place").is("Oslo") }),
});
const Pet = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("dog"),
    leash: z.boolean(),
    colour: text.meta({ showWhen: when("leash").is(true) }),
  }),
  z.object({ kind: z.literal("cat"), naps: text.meta({ showWhen: byCar }) }),
]);
const Trip = z.object({
  by: z.enum(["train", "car"]),
  plate: shownWhen(when("by").is("car"), z.string()),
  seats: z.int().optional(),
  trailer: text.meta({ showWhen: when("seats").isAbove(4) }),
  start: z.iso.date().optional(),
  tyres: text.meta({ showWhen: when("start").isAbove("2026-11-01") }),
  email: z
    .email()
    .optional()
    .meta({ showWhen: when("by").is("car"), widget: checkedInput() }),
  photo: z
    .file()
    .optional()
    .meta({ showWhen: when("by").is("car"), requireWhen: when("by").is("car"), widget: fileInput() }),
  insured: z.object({ company: z.string() }).optional(),
  policy: text.meta({ showWhen: when("insured.company").isFilled() }),
  extras: z
    .array(z.enum(["roof", "chains"]))
    .optional()
    .meta({ requireWhen: when("by").is("car"), widget: checkboxChoice() }),
  insurance: z
    .boolean()
    .optional()
    .meta({ requireWhen: when("by").is("car") }),
  child: shownWhen(when("by").is("car"), z.boolean()),
  days: z
    .array(z.object({ stops: z.array(Stop).meta({ widget: sequence({ orderable: true }) }) }))
    .meta({ title: "Days" }),
  rows: z
    .array(z.object({ what: z.string().optional(), fee: text.meta({ showWhen: byCar }) }))
    .meta({ widget: sequence({ layout: "table" }) }),
  pets: z.array(Pet),
  fuel: text.meta({ showWhen: when("by").is("car") }),
  toll: text.meta({ showWhen: when("by").is("car") }),
  coach: text.meta({ showWhen: when("by").is("train") }),
  other: text,
});
const form = createForm(Trip, {
  formId: "f",
  arrange: [
    "by",
    section("Costs", ["fuel"]),
    tabs([section("Train", ["coach"]), section("Road", ["toll"]), section("Rest", ["other"])]),
    details("More", ["seats"]),
  ],
});
let saved: unknown;
const address = serveForm(form, (trip) => (saved = trip), {});

let page: Page;
let complaints: string[];
beforeEach(async () => {
  ({ page, complaints } = await openPage());
  await page.goto(address());
});
afterEach(() => expect(complaints).toEqual([]));

const at = (id: string): Locator => page.locator(`[id="${id}"]`);
const named = (name: string): Locator => page.locator(`form [name="${name}"]`);
const isShown = (locator: Locator, isIt: boolean): Promise<void> =>
  expect.poll(() => locator.isVisible()).toBe(isIt);
const isRequired = (locator: Locator): Promise<boolean> => locator.evaluate((control) => control.required);
const choose = (by: "car" | "train"): Promise<unknown> => at("f-by").selectOption(by);

describe("the script of conditions", () => {
  it("shows, hides and requires fields at once, and keeps what was typed", async () => {
    expect(await at("f-plate").isVisible()).toBe(false);
    expect(await at("f-by:update").isVisible()).toBe(false);
    await choose("car");
    await isShown(at("f-plate"), true);
    expect(await isRequired(at("f-plate"))).toBe(true);
    expect(await at("f-plate").getAttribute("readonly")).toBeNull();
    await at("f-plate").fill("ZH 1");
    await choose("train");
    await isShown(at("f-plate"), false);
    expect(await isRequired(at("f-plate"))).toBe(false);
    expect(await at("f-plate").inputValue()).toBe("ZH 1");
  });

  it("requires a box, but none that is only shown, and none of several", async () => {
    expect(await isRequired(at("f-insurance"))).toBe(false);
    await choose("car");
    await expect.poll(() => isRequired(at("f-insurance"))).toBe(true);
    await isShown(page.locator("[id='f-insurance:label'] .tf-required"), true);
    for (const id of ["f-child", "f-extras-0", "f-extras-1"]) expect(await isRequired(at(id))).toBe(false);
    await choose("train");
    await expect.poll(() => isRequired(at("f-insurance"))).toBe(false);
  });

  it("reads numbers, dates, groups and what is in them", async () => {
    await page.locator("summary", { hasText: "More" }).click();
    for (const [seats, isIt] of [
      ["5", true],
      ["5.0", true],
      ["4", false],
      ["many", false],
    ] as const) {
      await at("f-seats").fill(seats);
      await isShown(named("trailer"), isIt);
    }
    await at("f-start").fill("2026-11-02");
    await isShown(named("tyres"), true);
    await at("f-start").fill("2026-11-01");
    await isShown(named("tyres"), false);
    await at("f-insured:included").check();
    await at("f-insured-company").fill("Rhein");
    await isShown(named("policy"), true);
    await at("f-insured:included").uncheck();
    await isShown(named("policy"), false);
  });

  it("follows paths out of nested lists, in added, moved and restored items", async () => {
    await at("f-days:add").click();
    await at("f-days-0-stops:add").click();
    await at("f-days-0-stops-0-place").fill("Oslo");
    await at("f-days-0-stops:add").click();
    await isShown(at("f-days-0-stops-0-parking"), false);
    await expect.poll(() => isRequired(at("f-days-0-stops-0-note"))).toBe(true);
    expect(await isRequired(at("f-days-0-stops-1-note"))).toBe(false);
    await choose("car");
    await isShown(at("f-days-0-stops-0-parking"), true);
    await isShown(at("f-days-0-stops-1-parking"), true);
    await at("f-days-0-stops-0:down").click();
    expect(await isRequired(at("f-days-0-stops-0-note"))).toBe(true);
    await at("f-days-0-stops-0:remove").click();
    await choose("train");
    await page.locator(".tf-undo button").click();
    await expect.poll(() => named("parking").count()).toBeGreaterThan(1);
    for (const parking of await named("parking").all()) await isShown(parking, false);
  });

  it("reads the fields of the shown case of a union", async () => {
    await page.locator("summary", { hasText: "Add" }).last().click();
    await page.getByRole("button", { name: "Dog" }).click();
    await isShown(named("colour"), false);
    await named("leash").check();
    await isShown(named("colour"), true);
    await choose("car");
    await page.locator("[data-tf-tag] select").selectOption("cat");
    await isShown(named("naps"), true);
    await choose("train");
    await isShown(named("naps"), false);
  });

  it("hides blocks, tabs and columns of hidden fields", async () => {
    // Without the fading in of fields, which takes away contrast
    await page.emulateMedia({ reducedMotion: "reduce" });
    const road = page.getByRole("tab", { name: "Road" });
    await choose("train");
    await page.getByRole("tab", { name: "Train" }).click();
    await isShown(page.getByText("Costs"), false);
    expect(await road.isVisible()).toBe(false);
    await page
      .getByRole("button", { name: /^Add .*/ })
      .nth(1)
      .click();
    const fee = page.locator("th", { hasText: "Fee" });
    await isShown(fee, false);
    await choose("car");
    await isShown(page.getByText("Costs"), true);
    await isShown(road, true);
    await isShown(fee, true);
    // The tab that was shown is gone, so the next one is shown.
    await isShown(page.getByRole("tab", { name: "Train" }), false);
    await isShown(named("toll"), true);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it("announces fields that come and go, and never loses the focus", async () => {
    const live = page.locator("[data-tf-live]");
    await choose("train");
    await expect.poll(() => live.textContent()).toBe("Shown: Coach");
    await choose("car");
    await expect.poll(() => live.textContent()).toMatch(/^Shown: Fuel, Toll, .*\. Hidden: Coach$/);
    await choose("train");
    await expect.poll(() => live.textContent()).toMatch(/^Shown: Coach\. Hidden: Fuel, Toll, /);
    await choose("car");
    await isShown(named("plate"), true);
    await named("plate").focus();
    await page.evaluate(`{
      document.getElementById("f-by").value = "train";
      document.getElementById("f-by").dispatchEvent(new Event("change", { bubbles: true }));
    }`);
    await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("f-other");
  });

  it("lets the browser send hidden files, second controls and boxes", async () => {
    await choose("car");
    await named("email").fill("no address");
    expect(await isRequired(named("upload"))).toBe(true);
    const mark = page.locator("[id='f-extras:label'] .tf-required");
    await isShown(mark, true);
    expect(await page.locator("[name=checkbox][required]").count()).toBe(0);
    await choose("train");
    await isShown(mark, false);
    await press(page, "Submit");
    await expect.poll(() => saved).toMatchObject({ by: "train" });
    expect(saved).not.toHaveProperty("email");
  });
});
