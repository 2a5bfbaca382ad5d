import { createForm, sequence } from "@turnform/form";
import type { Locator, Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { accessibilityFaults } from "./demo-server.ts";
import { click, press } from "./next-page.ts";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";

const Contact = z.object({ mail: z.email(), tags: z.array(z.string().meta({ title: "Tag" })) });
const Guest = z.object({ name: z.string(), contact: Contact.nullable() }).meta({ title: "Guest" });
const form = createForm(
  z.object({
    contact: Contact.optional(),
    guests: z.array(Guest).meta({ widget: sequence({ orderable: true }) }),
    rows: z.array(z.object({ a: z.string() }).nullable()).meta({ widget: sequence({ layout: "table" }) }),
  }),
  { formId: "f" },
);
let saved: unknown;
const address = serveForm(form, (value) => void (saved = value), {
  load: () => ({ guests: [], rows: [null, { a: "x" }] }),
});

const at = (page: Page, id: string): Locator => page.locator(`[id="${id}"]`);

beforeEach(() => {
  saved = undefined;
});

describe.each([true, false])("an optional group, with JavaScript: %s", (javaScriptEnabled) => {
  it("shows its fields only while its box is ticked, and saves them only then", async () => {
    const { page, complaints } = await openPage({ javaScriptEnabled });
    await page.goto(address());
    const mail = at(page, "f-contact-mail");
    expect(await mail.isVisible()).toBe(false);
    await at(page, "f-contact:included").check();
    expect(await mail.isVisible()).toBe(true);
    if (javaScriptEnabled) expect(await accessibilityFaults(page)).toEqual([]);
    await mail.fill("a@b.example");
    await press(page, "Add Tag");
    await at(page, "f-contact-tags-0").fill("new");
    await press(page, "Submit");
    const rows = [null, { a: "x" }];
    expect(saved).toEqual({ contact: { mail: "a@b.example", tags: ["new"] }, guests: [], rows });
    await at(page, "f-contact:included").check();
    await at(page, "f-contact:included").uncheck();
    await press(page, "Submit");
    expect(saved).toEqual({ guests: [], rows });
    expect(complaints).toEqual([]);
  });

  it("shows a table's cells only in included rows", async () => {
    const { page } = await openPage({ javaScriptEnabled });
    await page.goto(address());
    const cells = [at(page, "f-rows-0-a"), at(page, "f-rows-1-a")];
    expect(await Promise.all(cells.map((cell) => cell.isVisible()))).toEqual([false, true]);
    await at(page, "f-rows-0:included").check();
    await cells[0]?.fill("new");
    await at(page, "f-rows-1:included").uncheck();
    await press(page, "Submit");
    expect(saved).toEqual({ guests: [], rows: [{ a: "new" }, null] });
  });
});

describe("the browser script of optional groups", () => {
  it("lets wrong texts in a group that is left out not hold up the form, and keeps them", async () => {
    const { page } = await openPage();
    await page.goto(address());
    const box = at(page, "f-contact:included");
    await box.check();
    await at(page, "f-contact-mail").fill("wrong");
    await box.uncheck();
    await box.check();
    expect(await at(page, "f-contact-mail").inputValue()).toBe("wrong");
    expect(await at(page, "f-contact-mail").isEnabled()).toBe(true);
    await box.uncheck();
    await press(page, "Submit");
    expect(saved).toMatchObject({ guests: [] });
    expect(saved).not.toHaveProperty("contact");
  });

  it("works in added and duplicated items", async () => {
    const { page } = await openPage();
    await page.goto(address());
    await press(page, "Add Guest");
    await at(page, "f-guests-0-name").fill("Ann");
    expect(await at(page, "f-guests-0-contact-mail").isVisible()).toBe(false);
    await at(page, "f-guests-0-contact:included").check();
    await at(page, "f-guests-0-contact-mail").fill("a@b.example");
    await click(page.getByRole("button", { name: "Duplicate", exact: false }));
    await page.getByLabel("Include Contact").nth(2).uncheck();
    await press(page, "Submit");
    expect(saved).toMatchObject({
      guests: [
        { name: "Ann", contact: { mail: "a@b.example", tags: [] } },
        { name: "Ann", contact: null },
      ],
    });
  });
});
