import { createForm } from "@turnform/form";
import { shownWhen, when } from "@turnform/schema/conditions";
import type { Locator, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";

const Trip = z.object({
  by: z.enum(["train", "car"]),
  plate: shownWhen(when("by").is("car"), z.string()),
  stops: z.array(z.object({ place: z.string(), parking: shownWhen(when("../by").is("car"), z.string()) })),
});
const form = createForm(Trip, { formId: "f" });
const address = serveForm(form, () => undefined, {});

let page: Page;
let complaints: string[];
beforeEach(async () => {
  ({ page, complaints } = await openPage());
  await page.goto(address());
});
afterEach(() => expect(complaints).toEqual([]));

const at = (id: string): Locator => page.locator(`[id="${id}"]`);

describe("the script of conditions", () => {
  it("shows, hides and requires fields at once, in added items too, and keeps what was typed", async () => {
    expect(await at("f-plate").isVisible()).toBe(false);
    expect(await at("f-by:update").isVisible()).toBe(false);
    await at("f-stops:add").click();
    expect(await page.locator("[name=parking]").isVisible()).toBe(false);
    await at("f-by").selectOption("car");
    await at("f-plate").waitFor({ state: "visible" });
    expect(await at("f-plate").getAttribute("required")).toBe("");
    expect(await at("f-plate").getAttribute("readonly")).toBeNull();
    expect(await page.locator("[name=parking]").isVisible()).toBe(true);
    await at("f-plate").fill("ZH 1");
    await at("f-by").selectOption("train");
    await at("f-plate").waitFor({ state: "hidden" });
    expect(await at("f-plate").getAttribute("required")).toBeNull();
    expect(await at("f-plate").inputValue()).toBe("ZH 1");
  });
});
