import { fileURLToPath } from "node:url";
import { formAssets, formRoute } from "@turnform/express-adapter";
import { autocomplete, createForm, radioChoice, selectSearch } from "@turnform/form";
import { dependsOn } from "@turnform/schema/conditions";
import type { Express } from "express";
import type { Locator, Page, Route } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { click, nextPage, press } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";

const CITIES: Readonly<Record<string, readonly string[]>> = { no: ["Oslo", "Bergen"], ch: ["Bern", "Chur"] };
const DISTRICTS: Readonly<Record<string, readonly string[]>> = {
  Oslo: ["Frogner", "Sagene"],
  Bern: ["Länggasse"],
  Chur: ["Araschgen"],
};

const GONE = "Oslo (no longer offered)";

const Stop = z.object({
  country: z.enum(["no", "ch"]),
  city: z.string().meta({
    widget: selectSearch({
      values: dependsOn(["country"], async ({ country }: { country?: string }) => {
        await Promise.resolve();
        return CITIES[country ?? ""] ?? [];
      }),
    }),
  }),
  district: z.string().meta({
    widget: radioChoice({
      values: dependsOn(["city"], ({ city }: { city?: string }) => DISTRICTS[city ?? ""] ?? []),
    }),
  }),
  nights: z.int(),
});
const total = ({ days }: { days?: { nights?: number }[][] }) =>
  (days ?? []).flat().reduce((sum, { nights = 0 }) => sum + nights, 0);
const Days = z.array(z.array(Stop).meta({ orderable: true }));
const Trip = z.object({ days: Days, total: z.int().meta({ computed: total }) });
const form = createForm(Trip, { formId: "f", buttons: ["save"] });
const oslo = { country: "no", city: "Oslo", district: "Frogner", nights: 1 } as const;
const bern = { country: "ch", city: "Bern", district: "Länggasse", nights: 2 } as const;

let saved: unknown;
const save = (value: unknown): void => void (saved = value);
const load = (): z.output<typeof Trip> => ({ days: [[oslo], [bern, oslo]], total: 0 });
/** Adds a page to which htmx adds the form, as in the recipe, and a form with suggestions. */
function addRoutes(app: Express): void {
  const assets = formAssets();
  const view = (main: unknown): string =>
    `<!doctype html><html lang="en"><title>Trip</title><meta name="htmx-config" content='{"includeIndicatorCSS": false}'>
    ${assets.tags(form)}<script src="/htmx.js" defer></script>
    <main hx-boost:inherited="true" hx-target:inherited="main" hx-select:inherited="#f">${String(main)}</main></html>`;
  app.get("/htmx.js", (_, res) =>
    res.sendFile(fileURLToPath(import.meta.resolve("htmx.org/dist/htmx.min.js"))),
  );
  app.get("/start", (_, res) => res.send(view('<button hx-get="/trip">Edit</button>')));
  app.all(
    "/guide",
    formRoute(guide, save, {
      load: () => ({ country: "no" }),
      view: (page) =>
        `<!doctype html><html lang="en"><title>Guide</title>${assets.tags(guide)}<main>${String(page)}</main></html>`,
      redirect: "/saved",
    }),
  );
  app.all(
    "/stops",
    formRoute(stops, save, {
      load: () => ({ stops: [oslo, oslo] }),
      view: (page) =>
        `<!doctype html><html lang="en"><title>Stops</title>${assets.tags(stops)}<main>${String(page)}</main></html>`,
      redirect: "/saved",
    }),
  );
  app.all("/trip", formRoute(formAtTrip, save, { load, view, notice: "Saved" }));
}
const guide = createForm(
  z.object({
    country: z.enum(["no", "ch"]),
    city: z.string().meta({
      widget: autocomplete({
        values: dependsOn(["country"], ({ country }: { country?: string }) => CITIES[country ?? ""] ?? []),
      }),
    }),
    note: z.string(),
  }),
  { formId: "g", action: "/guide" },
);
/** A form with a list that no field follows. */
const stops = createForm(z.object({ stops: z.array(Stop) }), { formId: "s", action: "/stops" });
const formAtTrip = createForm(Trip, { formId: "f", buttons: ["save"], action: "/trip" });
const address = serveForm(form, save, { load, redirect: "/saved", routes: addRoutes });

let page: Page;
let complaints: string[];
const at = (id: string): Locator => page.locator(`[id="${id}"]`);
const optionsOf = (id: string): Promise<string[]> =>
  at(id)
    .locator("option")
    .evaluateAll((all) => all.map((option) => option.textContent ?? ""));

describe("choices that depend on other fields", () => {
  beforeEach(async () => {
    ({ page, complaints } = await openPage());
    await page.goto(address());
    saved = undefined;
  });
  afterEach(() => expect(complaints).toEqual([]));

  it("follow a change in an item that was moved, and touch nothing else", async () => {
    expect(await at("f-days-1-1-country:update").isVisible()).toBe(false);
    await at("f-days-1-1:up").click();
    await at("f-days-0-0-nights").fill("7");
    await at("f-days-1-1-country").selectOption("ch");
    await at("f-days-0-0-nights").focus();
    await expect.poll(() => optionsOf("f-days-1-1-city")).toEqual(["", "Bern", "Chur", GONE]);
    expect(await at("f-days-1-1-city").inputValue()).toBe("Oslo");
    expect(await at("f-days-1-1-city:error").textContent()).toContain("Choose again");
    expect(await at("f-days-1-1-district:error").textContent()).toContain("Choose again");
    expect((await optionsOf("f-days-1-0-city")).toSorted()).toEqual(["Bern", "Chur"]);
    expect(await at("f-days-0-0-nights").inputValue()).toBe("7");
    expect(await at("f-days-0-0-nights").evaluate((input) => input.matches(":focus"))).toBe(true);
    await expect.poll(() => at("f-total").textContent()).toContain("10");
    await expect.poll(() => page.locator("[data-tf-live]").textContent()).toContain("Choose again");
    // The list with search is a new element, and its script has started.
    await at("f-days-1-1-city-ts-control").fill("Chur");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await at("f-days-1-1-city:error").waitFor({ state: "detached" });
    await page.getByLabel("Araschgen").check();
    await at("f-days-1-1-district:error").waitFor({ state: "detached" });
    expect(await page.getByLabel("Araschgen").evaluate((input) => input.matches(":focus:checked"))).toBe(
      true,
    );
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL("**/saved");
    expect(saved).toEqual({
      days: [
        [{ ...oslo, nights: 7 }],
        [{ ...oslo, country: "ch", city: "Chur", district: "Araschgen" }, bern],
      ],
      total: 10,
    });
  });

  it("follow in added items, one after the other", async () => {
    await at("f-days-0:add").click();
    const item = page.locator("[data-tf-items] [data-tf-items]").first().locator("> [data-tf-item]").nth(1);
    const country = item.locator("select[name=country]");
    expect(await item.getByRole("button", { name: /^Update/ }).count()).toBe(0);
    await country.selectOption("no");
    await expect.poll(() => item.locator("select[name=city] option").count()).toBe(3);
    const search = item.locator("[id$=-ts-control]");
    await search.fill("Oslo");
    await page.keyboard.press("Enter");
    await item.getByLabel("Sagene").waitFor();
    const ids = await item.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.filter((id) => !id.startsWith("f-days-0-1"))).toEqual([]);
  });

  it("drop late answers, and keep the last state", async () => {
    const held: (() => Promise<void>)[] = [];
    await page.route("**/*", async (route) => {
      if (route.request().method() !== "POST") return route.fallback();
      await new Promise<void>((resolve) => held.push(async () => resolve()));
      await route.fallback().catch(() => undefined);
    });
    await at("f-days-0-0-country").selectOption("ch");
    await expect.poll(() => held.length).toBe(1);
    await at("f-days-0-0-country").selectOption("no");
    await expect.poll(() => held.length).toBe(2);
    await at("f-days-1-0-country").selectOption("no");
    await expect.poll(() => held.length).toBe(3);
    for (const release of held.toReversed()) await release();
    await expect
      .poll(async () => (await optionsOf("f-days-1-0-city")).toSorted())
      .toEqual(["", "Bergen", "Bern (no longer offered)", "Oslo"]);
    expect((await optionsOf("f-days-0-0-city")).toSorted()).toEqual(["Bergen", "Oslo"]);
    expect(await at("f-days-0-0-city").inputValue()).toBe("Oslo");
  });

  it("follow in an item that was removed and restored before the answer came", async () => {
    await page.goto(`${address()}/stops`);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let [posts, answers] = [0, 0];
    await page.route("**/*", async (route) => {
      if (route.request().method() === "POST" && ++posts === 1) await held;
      await route.fallback().catch(() => undefined);
    });
    page.on("requestfinished", (request) => void (answers += Number(request.method() === "POST")));
    await at("s-stops-1-country").selectOption("ch");
    await expect.poll(() => posts).toBe(1);
    await at("s-stops-1:remove").click();
    // The removal itself asks again, without the item.
    await expect.poll(() => answers).toBe(1);
    release();
    await page.locator(".tf-undo button").click();
    await expect.poll(() => optionsOf("s-stops-1-city")).toEqual(["", "Bern", "Chur", GONE]);
  });

  it.each([
    ["can't be reached", (route: Route) => route.abort(), "ERR_FAILED"],
    ["answers with an error", (route: Route) => route.fulfill({ status: 500 }), "status of 500"],
  ])("show the Update buttons again if the server %s", async (_, refuse, complaint) => {
    await page.route("**/*", (route) =>
      route.request().method() === "POST" ? refuse(route) : route.fallback(),
    );
    await at("f-days-0-0-country").selectOption("ch");
    await at("f-days-0-0-country:update").waitFor({ state: "visible" });
    expect(await page.locator("[id='f-days-0-0-city:field'] .tf-update-note").textContent()).toBe(
      "“City” may be out of date: the update failed. Press Update",
    );
    await page.unroute("**/*");
    await nextPage(page, () => at("f-days-0-0-country:update").click());
    expect(await optionsOf("f-days-0-0-city")).toEqual(["", "Bern", "Chur", GONE]);
    expect(await at("f-days-0-0-country:update").isVisible()).toBe(false);
    expect(complaints.splice(0)).toEqual([expect.stringContaining(complaint)]);
  });

  it("try again when a person leaves a field after a failure, and announce the failure once", async () => {
    const says = () => page.locator("[data-tf-live]").first().textContent();
    let isDown = true;
    await page.route("**/*", (route) =>
      isDown && route.request().method() === "POST" ? route.abort() : route.fallback(),
    );
    await at("f-days-0-0-country").focus();
    await at("f-days-0-0-country").selectOption("ch");
    await at("f-days-0-0-country:update").waitFor({ state: "visible" });
    const said = await says();
    expect(said).toContain("may be out of date");
    const failed = page.waitForEvent("requestfailed");
    await at("f-days-0-0-nights").focus();
    await failed;
    await page.evaluate("new Promise(requestAnimationFrame)");
    expect(await says()).toBe(said);
    isDown = false;
    await at("f-days-0-0-country").focus();
    await at("f-days-0-0-country:update").waitFor({ state: "hidden" });
    expect(await optionsOf("f-days-0-0-city")).toEqual(["", "Bern", "Chur", GONE]);
    expect(await page.locator(".tf-update-note").count()).toBe(0);
    expect(complaints.splice(0)).toEqual(Array(2).fill(expect.stringContaining("ERR_FAILED")));
  });

  it("work in a form loaded and sent by htmx", async () => {
    await page.goto(`${address()}/start`);
    await page.getByRole("button", { name: "Edit" }).click();
    await at("f-days-0-0-country").selectOption("ch");
    await expect.poll(() => optionsOf("f-days-0-0-city")).toEqual(["", "Bern", "Chur", GONE]);
    await at("f-days-0-0-city-ts-control").fill("Chur");
    await page.keyboard.press("Enter");
    await at("f-days-0-0-district").getByLabel("Araschgen").check();
    await at("f-days-0-0-nights").fill("4");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved").waitFor();
    expect(saved).toMatchObject({
      days: [[{ city: "Chur", district: "Araschgen" }], [bern, oslo]],
      total: 7,
    });
    await at("f-days-1-0-country").selectOption("no");
    await expect
      .poll(async () => (await optionsOf("f-days-1-0-city")).toSorted())
      .toEqual(["", "Bergen", "Bern (no longer offered)", "Oslo"]);
  });

  it("keep a choice that is not offered for a while", async () => {
    const country = at("f-days-0-0-country");
    const error = at("f-days-0-0-city:error");
    await country.selectOption("ch");
    await error.waitFor();
    // The error outlasts other changes.
    await at("f-days-1-0-country").selectOption("no");
    await at("f-days-1-0-city:error").waitFor();
    expect(await error.textContent()).toContain("Choose again");
    expect(await at("f-days-0-0").getByLabel("Frogner (no longer offered)").isChecked()).toBe(true);
    await press(page, "Save");
    await page.getByText("There was a problem").waitFor();
    expect(saved).toBeUndefined();
    await country.selectOption("no");
    await error.waitFor({ state: "detached" });
    await at("f-days-1-0-country").selectOption("ch");
    await at("f-days-1-0-city:error").waitFor({ state: "detached" });
    expect(await page.content()).not.toContain("(no longer offered)");
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL("**/saved");
    expect(saved).toEqual({ ...load(), total: 4 });
  });
});

it("choices follow without the script by the Update button", async () => {
  const { page } = await openPage({ javaScriptEnabled: false });
  await page.goto(address());
  const field = (id: string): Locator => page.locator(`[id="${id}"]`);
  await field("f-days-1-1-country").selectOption("ch");
  await click(field("f-days-1-1-country:update"));
  await field("f-days-1-1-city:error").waitFor();
  expect(await field("f-days-1-1-country").evaluate((control) => control.matches(":focus"))).toBe(true);
  await field("f-days-1-1-city").selectOption("Chur");
  await field("f-days-1-1-city:update").click();
  await field("f-days-1-1-district").getByLabel("Araschgen").check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL("**/saved");
  expect(saved).toMatchObject({
    days: [[oslo], [bern, { country: "ch", city: "Chur", district: "Araschgen" }]],
  });
});

it.each([400, 1600])("fields with Update buttons have gaps, %i pixels wide", async (width) => {
  const { page } = await openPage({ javaScriptEnabled: false });
  await page.setViewportSize({ width, height: 900 });
  await page.goto(address());
  const boxOf = async (name: string): Promise<{ top: number; bottom: number }> => {
    const field = page.locator(`[id="f-days-0-0"] [data-tf-name=${name}]`);
    const { y = 0, height = 0 } = (await field.boundingBox()) ?? {};
    return { top: y, bottom: y + height };
  };
  const [country, city, district] = [await boxOf("country"), await boxOf("city"), await boxOf("district")];
  expect(city.top - country.bottom).toBeGreaterThan(8);
  expect(district.top - city.bottom).toBeGreaterThan(8);
});

it("leaves a field alone while a person types in it", async () => {
  const { page, complaints } = await openPage();
  await page.goto(`${address()}/guide`);
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let posts = 0;
  await page.route("**/*", async (route) => {
    if (route.request().method() === "POST" && ++posts === 1) await held;
    return route.fallback();
  });
  await page.locator("[id='g-country']").selectOption("ch");
  const city = page.locator("[id='g-city']");
  await city.pressSequentially("Ch");
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  release();
  await (await answered).finished();
  await page.locator("[id='g-city:field'] option[value=Oslo]").waitFor({ state: "attached" });
  await city.pressSequentially("u");
  expect(await city.inputValue()).toBe("Chu");
  expect(await city.evaluate((input) => input.matches(":focus"))).toBe(true);
  await page.locator("[id='g-note']").focus();
  await page.locator("[id='g-city:field'] option[value=Chur]").waitFor({ state: "attached" });
  expect(await page.locator("[id='g-city']").inputValue()).toBe("Chu");
  expect(await page.locator("[id='g-note']").evaluate((input) => input.matches(":focus"))).toBe(true);
  await page.locator("[id='g-city']").fill("Be");
  await page.getByRole("option", { name: "Bern" }).click();
  expect(await page.locator("[id='g-city']").inputValue()).toBe("Bern");
  expect(complaints).toEqual([]);
});
