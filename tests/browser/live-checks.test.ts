import { createForm, dateParts, fileInput, password, radioChoice, sequence } from "@turnform/form";
import { dependsOn, shownWhen, when } from "@turnform/schema/conditions";
import type { Locator, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { openPage } from "./pages.ts";
import { serveForm } from "./serve-form.ts";

const Place = z.object({ place: z.string().min(3, "Too short"), nights: z.int() });
const Trip = z.object({
  name: z.string().refine(async (name) => name !== "taken", "Taken"),
  email: z.email("No address").meta({ description: "For the ticket" }),
  by: z.enum(["train", "car"]).meta({ widget: radioChoice() }),
  plate: shownWhen(
    when("by").is("car"),
    z.string().refine((plate) => plate !== "none", "No plate"),
  ),
  leaves: z.date().meta({ widget: dateParts() }),
  stops: z
    .array(Place)
    .min(1, "A trip has stops")
    .refine((stops) => new Set(stops.map(({ place }) => place)).size === stops.length, "Places differ")
    .meta({ orderable: true }),
  home: z.object({ street: z.string(), city: z.string() }).refine(({ city }) => city !== "none", "No home"),
  pin: z.string().min(4, "Too short a PIN").meta({ widget: password() }),
  photo: z.file().meta({ widget: fileInput() }),
});
const form = createForm(Trip, { formId: "f", enhance: "live", noValidate: true });
const saved: unknown[] = [];

/** Requests for checks, as the server gets them. A held one waits for its turn. */
let checks: string[];
let held: (() => void)[] | undefined;
const address = serveForm(form, (value) => void saved.push(value), {
  redirect: "/saved",
  routes: (app) =>
    app.use((req, _res, next) => {
      if (req.method !== "POST" || req.controls.every(([name]) => name !== "__edit__")) return next();
      checks.push(
        req.controls
          .map(([name, value]) => `${name}=${typeof value === "string" ? value : value.name}`)
          .join("&"),
      );
      if (held) held.push(next);
      else next();
    }),
});

let page: Page;
let complaints: string[];
beforeEach(async () => {
  checks = [];
  held = undefined;
  ({ page, complaints } = await openPage());
  await page.goto(address());
});
afterEach(() => {
  expect(complaints).toEqual([]);
  expect(saved).toEqual([]);
});

const at = (id: string): Locator => page.locator(`[id="${id}"]`);
const focused = (): Promise<string> => page.evaluate("document.activeElement.id");
const said = (): Promise<string> => page.locator("[data-tf-live]").innerText();
const errors = (): Promise<string[]> => page.locator(".tf-error").allInnerTexts();

const message = (text: string): Locator => page.locator(".tf-message", { hasText: text });

/** Types into a control as a person does, and goes on to another. */
async function type(id: string, text: string, next = "f:rest"): Promise<void> {
  await at(id).focus();
  await at(id).fill(text);
  await leave(next);
}

/** Moves the focus to a control, or out of the form. */
async function leave(next = "f:rest"): Promise<void> {
  if (next === "f:rest") await page.evaluate("document.activeElement.blur()");
  else await at(next).focus();
}

/** Waits until the server has so many checks. */
const asked = (count: number): Promise<void> => expect.poll(() => checks.length).toBe(count);

/** Lets the server answer its oldest check. The script has read the answer when its next check comes. */
const answer = (): void => held?.shift()?.();

describe("live checks", () => {
  it("show the error of a field that was left, in place, and take it away once it is mended", async () => {
    await type("f-email", "ann", "f-name");
    await at("f-email:error").waitFor();
    expect(await errors()).toEqual(["No address"]);
    const attributes = (): Promise<unknown> =>
      at("f-email").evaluate((input) => [
        input.getAttribute("aria-invalid"),
        input.getAttribute("aria-describedby"),
        input.className,
        input.closest(".tf-field")?.className,
      ]);
    expect(await attributes()).toEqual([
      "true",
      "f-email:help f-email:error",
      "tf-input tf-wrong",
      "tf-field tf-field-text-input tf-invalid",
    ]);
    expect(await said()).toBe("Email: No address");
    expect(await focused()).toBe("f-name");
    expect(await page.locator(".tf-summary").count()).toBe(0);
    expect(await at("f-email").inputValue()).toBe("ann");

    await type("f-email", "ann@example.org", "f-pin");
    await at("f-email:error").waitFor({ state: "detached" });
    expect(await attributes()).toEqual([null, "f-email:help", "tf-input", "tf-field tf-field-text-input"]);
    expect(await said()).toBe("");
    // The name was left too, empty
    expect(await errors()).toEqual(["Required"]);
    expect(await focused()).toBe("f-pin");
  });

  it("ask the server's asynchronous rules, and never send a password back", async () => {
    await type("f-name", "taken");
    await message("Taken").waitFor();
    await type("f-pin", "123");
    await message("Too short a PIN").waitFor();
    expect(await at("f-pin").inputValue()).toBe("123");
    await type("f-name", "free");
    await at("f-name:error").waitFor({ state: "detached" });
    expect(await errors()).toEqual(["Too short a PIN"]);
  });

  it("send one check at a time, and leave alone what was changed since", async () => {
    held = [];
    await type("f-name", "taken", "f-email");
    await asked(1);
    await type("f-email", "ann", "f-name");
    await type("f-name", "free", "f-pin");
    expect(checks).toHaveLength(1);
    answer();
    await asked(2);
    // The first answer knew neither the new name nor the address
    expect(await errors()).toEqual([]);
    answer();
    await at("f-email:error").waitFor();
    expect(await errors()).toEqual(["No address"]);
    expect(checks).toHaveLength(2);
    expect(checks[1]).toContain("name=free&email=ann");
  });

  it("do not touch a field with the focus, and its group is not left yet", async () => {
    held = [];
    await type("f-email", "ann", "f-home-street");
    await asked(1);
    await at("f-email").focus();
    await page.keyboard.press("End");
    await page.keyboard.type("@");
    answer();
    await at("f-home-street:error").waitFor();
    expect(await errors()).toEqual(["Required"]);
    await asked(2);
    await page.keyboard.type("example.org");
    expect(await at("f-email").inputValue()).toBe("ann@example.org");
    answer();
    await leave();
    await asked(3);
    answer();
    expect(await errors()).toEqual(["Required"]);
  });

  it("wait at least 200 milliseconds between two checks", async () => {
    await page.clock.install();
    await page.goto(address());
    await type("f-email", "ann", "f-name");
    await at("f-email:error").waitFor();
    await page.clock.pauseAt(Date.now() + 60_000);
    await type("f-email", "eve", "f-name");
    await asked(2);
    await type("f-email", "eve@example.org", "f-name");
    await page.clock.runFor(199);
    expect(checks).toHaveLength(2);
    await page.clock.runFor(1);
    await asked(3);
    // No other test may get a page with this clock
    await page.close();
  });

  it("know groups, and check them when the focus leaves them", async () => {
    await at("f-leaves-year").fill("2030");
    await at("f-leaves-month").fill("13");
    await at("f-leaves-day").fill("1");
    expect(checks).toEqual([]);
    await leave();
    await at("f-leaves:error").waitFor();
    expect(await at("f-leaves").getAttribute("aria-describedby")).toBe("f-leaves:error");
    expect(await at("f-leaves-month").getAttribute("aria-invalid")).toBe("true");

    await at("f-home-street").fill("Main");
    await at("f-home-city").fill("none");
    await leave();
    await message("No home").waitFor();
    expect(await at("f-home").getAttribute("aria-describedby")).toBe("f-home:error");
    expect(await page.locator("[id='f-home:label'] + .tf-error").count()).toBe(1);
    expect(await said()).toBe("Home: No home");
    expect((await errors()).length).toBe(2);
  });

  it("count the fields of an added item as not left, and find items wherever they are", async () => {
    for (const _ of [1, 2]) await at("f-stops:add").click();
    await expect.poll(() => page.locator("[name=place]").count()).toBe(3);
    const place = (index: number): Locator => page.locator("[name=place]").nth(index);
    const errorAt = (index: number): Locator =>
      page.locator("[data-tf-item]").nth(index).locator(".tf-error");
    await place(1).fill("Os");
    await leave();
    await errorAt(1).waitFor();
    expect(await errorAt(1).innerText()).toBe("Too short");
    const shown = (): Promise<string> => page.locator(".tf-error").last().innerText();
    expect(await shown()).toBe("Too short");

    // The item moves to the first position with its error; the next check finds it there
    await page.locator("[name=__edit__][value=up]").nth(1).click();
    await errorAt(0).waitFor();
    await place(0).fill("Oslo");
    await leave();
    await expect.poll(() => errorAt(0).count()).toBe(0);
    expect(await errorAt(1).count()).toBe(0);
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("drop an answer about a list that was edited meanwhile, and ask again", async () => {
    await at("f-stops:add").click();
    await expect.poll(() => page.locator("[name=place]").count()).toBe(2);
    await page.locator("[name=place]").nth(1).fill("Os");
    held = [];
    await leave();
    await asked(1);
    await page.locator("[name=__edit__][value=remove]").first().click();
    await expect.poll(() => page.locator("[name=place]").count()).toBe(1);
    answer();
    await asked(2);
    expect(await page.locator(".tf-item .tf-error").count()).toBe(0);
    answer();
    await page.locator(".tf-item .tf-error").waitFor();
    expect(await page.locator(".tf-item .tf-error").allInnerTexts()).toEqual(["Too short"]);
    expect(await page.locator(".tf-error").first().innerText()).toBe("Too short");
  });

  it("show no error of a hidden field", async () => {
    await at("f-by-1").check();
    await at("f-plate").fill("none");
    await leave();
    await message("No plate").waitFor();
    await at("f-by-0").check();
    await at("f-plate").waitFor({ state: "hidden" });
    await type("f-name", "taken");
    await message("Taken").waitFor();
    expect(await at("f-plate:error").count()).toBe(0);
    await at("f-by-1").check();
    await at("f-plate").waitFor({ state: "visible" });
    expect(await at("f-plate").inputValue()).toBe("none");
  });

  it("send no file, and leave the errors of a field for files alone", async () => {
    await at("f-photo").setInputFiles({
      name: "a.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("content"),
    });
    await at("f-photo").focus();
    await type("f-email", "ann");
    await at("f-email:error").waitFor();
    expect(checks.join()).not.toContain("a.txt");
    expect(await at("f-photo:error").count()).toBe(0);
    expect(await at("f-photo").inputValue()).toContain("a.txt");
  });

  it("change nothing if the server is out of reach, and go on when it is back", async () => {
    const requests: string[] = [];
    await page.route("**/*", (route) => {
      requests.push(route.request().method());
      return route.abort();
    });
    await type("f-email", "ann", "f-name");
    await expect.poll(() => requests).toEqual(["POST"]);
    await page.unrouteAll();
    complaints.length = 0;
    expect(await errors()).toEqual([]);
    expect(await focused()).toBe("f-name");
    await type("f-name", "taken");
    await message("Taken").waitFor();
    expect(await errors()).toEqual(["Taken", "No address"]);
    complaints.length = 0;
  });

  it("make no difference to a click: a submit comes first, and drops the check", async () => {
    await at("f-email").fill("ann");
    const save = page.getByRole("button", { name: "Submit" });
    await save.hover();
    await page.mouse.down();
    expect(await focused()).not.toBe("f-email");
    await page.mouse.up();
    await at("f:summary").waitFor();
    expect(await focused()).toBe("f:summary");
    expect(checks).toEqual([]);

    held = [];
    await type("f-email", "eve");
    await asked(1);
    await at("f").evaluate((element) => (element.title = "old"));
    await save.click();
    await page.locator("#f:not([title])").waitFor();
    answer();
    expect(await at("f-email:error").innerText()).toBe("No address");
    complaints.length = 0;
  });
});

describe("the markup of a live check", () => {
  const Rows = z.array(
    z
      .object({ a: z.string().refine(() => false, "Bad cell"), b: z.boolean() })
      .refine(() => false, "Bad row"),
  );
  const All = z.object({
    text: z.string().refine(() => false, "Bad text"),
    box: z.boolean().refine(() => false, "Bad box"),
    sets: z.set(z.enum(["a", "b"])).refine(() => false, "Bad set"),
    rows: Rows.refine(() => false, "Bad rows").meta({ widget: sequence({ layout: "table" }) }),
    list: z.array(z.string().refine(() => false, "Bad item")).refine(() => false, "Bad list"),
    pair: z.tuple([z.string(), z.int()]).refine(() => false, "Bad pair"),
    group: z
      .object({ one: z.string().refine(() => false, "Bad one") })
      .refine(() => false, "Bad group")
      .meta({ description: "Help" }),
    case: z
      .discriminatedUnion("kind", [
        z.object({ kind: z.literal("a"), x: z.string().refine(() => false, "Bad x") }),
      ])
      .refine(() => false, "Bad case"),
  });
  const allForm = createForm(All, { formId: "all", enhance: "live", noValidate: true });
  const load = (): z.output<typeof All> => ({
    text: "a",
    box: true,
    sets: new Set(["a"]),
    rows: [{ a: "x", b: true }],
    list: ["x"],
    pair: ["x", 1],
    group: { one: "x" },
    case: { kind: "a", x: "x" },
  });
  const allAddress = serveForm(allForm, () => undefined, { load });

  /** Returns what styles and screen readers read of the errors, by id. */
  const MARKUP = `(form) => [...form.querySelectorAll("[id]")].map((element) => [
    element.id, element.getAttribute("aria-invalid"), element.getAttribute("aria-describedby"), element.className,
    element.id.endsWith(":error") && [element.outerHTML, element.previousElementSibling?.outerHTML.length > 0],
  ].join(" ")).filter((line) => !line.includes("summary"))`;

  it("is the server's own", async () => {
    await page.goto(allAddress());
    for (const control of await page.locator("input:not([type=hidden]),select").all()) {
      if (await control.isVisible()) await control.focus();
    }
    await leave();
    await message("Bad case").waitFor();
    await message("Bad box").waitFor();
    const live = await page.evaluate<string[]>(`(${MARKUP})(document.getElementById("all"))`);
    const served = await page.evaluate<string[]>(`(async () => {
      const body = new URLSearchParams([...new FormData(document.getElementById("all")), ["__edit__", "check"]]);
      const text = await (await fetch(location.href, { method: "POST", body })).text();
      return (${MARKUP})(new DOMParser().parseFromString(text, "text/html").getElementById("all"));
    })()`);
    expect(live).toEqual(served);
    expect(live.filter((line) => line.includes("tf-message"))).toHaveLength(13);
  });
});

const Contact = z.object({
  call: z.boolean(),
  phone: z
    .string()
    .optional()
    .meta({ requireWhen: when("call").is(true) }),
});
const contact = createForm(Contact, { formId: "c", enhance: "live", noValidate: true });
const contactAddress = serveForm(contact, () => undefined, { load: () => ({ call: true }) });

it("live checks take away the error of a missing field as soon as it is not required any more", async () => {
  await page.goto(contactAddress());
  await type("c-phone", "");
  await message("Required").waitFor();
  await at("c-call").uncheck();
  await message("Required").waitFor({ state: "detached" });
  expect(await focused()).toBe("c-call");
});

const Stay = z.object({
  nights: z.int(),
  price: z.int(),
  total: z
    .int()
    .max(1000)
    .meta({
      computed: dependsOn(
        ["nights", "price"],
        ({ nights = 0, price = 0 }: Record<string, number>) => nights * price,
      ),
    }),
  tax: z
    .int()
    .max(50)
    .meta({ computed: dependsOn(["total"], ({ total = 0 }: { total?: number }) => total / 10) }),
  note: z.string(),
});
const stay = createForm(Stay, { formId: "s", enhance: "live", noValidate: true });
const stayAddress = serveForm(stay, () => undefined, { load: () => ({ nights: 1, price: 100, note: "" }) });

it("live checks show the errors of computed fields once a field behind them was left", async () => {
  await page.goto(stayAddress());
  await type("s-note", "Balcony", "s-nights");
  await at("s-nights").fill("8");
  await leave("s-price");
  const total = at("s-total").locator("xpath=..");
  await expect.poll(() => total.innerText()).toContain("800");
  await at("s-tax:error").waitFor();
  expect(await at("s-total:error").count()).toBe(0);
  await at("s-price").fill("200");
  await leave();
  await at("s-total:error").waitFor();
  await expect.poll(() => total.innerText()).toMatch(/1,600\s+Must be 1000 or less/);
  await type("s-price", "10");
  await at("s-total:error").waitFor({ state: "detached" });
  await at("s-tax:error").waitFor({ state: "detached" });
  await expect.poll(() => total.innerText()).toContain("80");
});
