import { dependsOn, shownWhen, when } from "@turnform/schema/conditions";
import type { Control } from "@turnform/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { pageOf } from "../testing/page.ts";
import { submittedControls } from "../testing/submitted.ts";
import type { ChoiceValue } from "../field/choice.ts";
import { autocomplete } from "./autocomplete.ts";
import { checkboxChoice } from "./checkbox-choice.ts";
import { radioChoice } from "./radio-choice.ts";
import { select } from "./select.ts";
import { selectSearch } from "./select-search.ts";
import { tags } from "./tags.ts";

const CITIES: Readonly<Record<string, readonly string[]>> = { no: ["Oslo", "Bergen"], ch: ["Bern", "Chur"] };
const DISTRICTS: Readonly<Record<string, readonly string[]>> = {
  Oslo: ["Frogner"],
  Bern: ["Bümpliz", "Länggasse"],
};

interface Around {
  readonly country?: string;
  readonly city?: string;
}
let calls: Around[] = [];
const cities = ({ country }: Around) => {
  calls.push({ ...(country !== undefined && { country }) });
  return CITIES[country ?? ""] ?? [];
};
const districts = ({ city }: Around) => DISTRICTS[city ?? ""] ?? [];
const later =
  (make: (around: Around) => readonly ChoiceValue[]) =>
  async (around: Around): Promise<readonly ChoiceValue[]> => {
    await Promise.resolve();
    return make(around);
  };

type Make = (around: Around) => readonly ChoiceValue[] | Promise<readonly ChoiceValue[]>;

function stopOf(isAsync: boolean) {
  const given = (make: (around: Around) => readonly ChoiceValue[]): Make => (isAsync ? later(make) : make);
  return z.object({
    country: z.enum(["no", "ch"]),
    city: z.string().meta({ widget: select({ values: dependsOn(["country"], given(cities)) }) }),
    district: z
      .string()
      .optional()
      .meta({ widget: select({ values: dependsOn(["city"], given(districts)) }) }),
  });
}
const formOf = (isAsync: boolean) =>
  createForm(z.object({ days: z.array(z.array(stopOf(isAsync))) }), { formId: "f", buttons: ["save"] });
const form = formOf(false);
const asyncForm = formOf(true);
const oslo = { country: "no", city: "Oslo", district: "Frogner" } as const;
const bern = { country: "ch", city: "Bern", district: "Bümpliz" } as const;

/** Returns the controls of a page, with some texts replaced. */
function controlsOf(page: unknown, replaced: Readonly<Record<string, string>>): Control[] {
  return submittedControls(String(page)).map(([name, value]) => [
    name,
    typeof value === "string" ? (replaced[value] ?? value) : value,
  ]);
}

const optionsOf = (page: unknown, id: string) =>
  [...pageOf(String(page)).querySelectorAll(`[id='${id}'] option`)].map((option) =>
    option.getAttribute("value"),
  );
const chosenIn = (page: unknown, id: string) =>
  pageOf(String(page)).querySelector(`[id='${id}'] option[selected]`)?.getAttribute("value");

describe("choices that depend on other fields", () => {
  it("are those of each item, made once for equal values", () => {
    calls = [];
    const page = form.render({
      days: [
        [oslo, bern],
        [oslo, { country: "no" }],
      ],
    });
    expect(optionsOf(page, "f-days-0-0-city")).toEqual(["Oslo", "Bergen"]);
    expect(optionsOf(page, "f-days-0-1-city")).toEqual(["Bern", "Chur"]);
    expect(optionsOf(page, "f-days-0-1-district")).toEqual(["", "Bümpliz", "Länggasse"]);
    expect(optionsOf(page, "f-days-1-1-city")).toEqual(["", "Oslo", "Bergen"]);
    expect(calls.toSorted((a, b) => (a.country ?? "").localeCompare(b.country ?? ""))).toEqual([
      {},
      { country: "ch" },
      { country: "no" },
    ]);
  });

  it("are valid if they are offered, and refused if they are forged", () => {
    const page = form.render({ days: [[oslo]] });
    const valid = form.validate([...controlsOf(page, {}), ["save", "save"]]);
    expect(valid.kind === "valid" && valid.value).toEqual({ days: [[oslo]] });
    const forged = form.validate([...controlsOf(page, { Oslo: "Bern" }), ["save", "save"]]);
    expect(forged.kind === "invalid" && forged.error.asDict()).toEqual({
      "days.0.0.city": "Choose one of the options",
      "days.0.0.district": "Choose one of the options",
    });
  });

  it("keep a choice that is no longer offered, with an error until another is chosen", () => {
    const page = form.render({ days: [[oslo]] });
    const update = pageOf(String(page)).querySelector("[id='f-days-0-0-country:update']");
    expect(update?.getAttribute("value")).toBe("refresh:country");
    const result = form.validate([...controlsOf(page, { no: "ch" }), ["__edit__", "refresh"]]);
    if (result.kind !== "edited") throw new Error(result.kind);
    expect(optionsOf(result.form, "f-days-0-0-city")).toEqual(["", "Bern", "Chur", "Oslo"]);
    expect(chosenIn(result.form, "f-days-0-0-city")).toBe("Oslo");
    expect(String(result.form)).toContain(">Oslo (no longer offered)</option>");
    expect(optionsOf(result.form, "f-days-0-0-district")).toEqual(["", "Frogner"]);
    const gone = {
      "days.0.0.city": "Choose again: the earlier choice is no longer offered",
      "days.0.0.district": "Choose again: the earlier choice is no longer offered",
    };
    expect(result.form.error?.asDict()).toEqual(gone);

    const next = form.validate([...controlsOf(result.form, {}), ["__edit__", "refresh"]]).form;
    expect(next.error?.asDict()).toEqual(gone);
    const saved = form.validate([...controlsOf(next, {}), ["save", "save"]]);
    expect(saved.kind === "invalid" && Object.keys(saved.error.asDict())).toEqual(Object.keys(gone));
    const again = form.validate([
      ...controlsOf(next, { Oslo: "Chur", Frogner: "" }),
      ["__edit__", "refresh"],
    ]);
    expect(again.form.error).toBeUndefined();
    expect(optionsOf(again.form, "f-days-0-0-city")).toEqual(["Bern", "Chur"]);
  });

  it("bring a choice back once it is offered again", () => {
    const page = form.render({ days: [[oslo]] });
    const away = form.validate([...controlsOf(page, { no: "ch" }), ["__edit__", "refresh"]]).form;
    const back = form.validate([...controlsOf(away, { ch: "no" }), ["__edit__", "refresh"]]).form;
    expect(back.error).toBeUndefined();
    expect(submittedControls(String(back))).toEqual(submittedControls(String(page)));
    expect(String(back)).not.toContain("no longer offered");
  });

  it("may be promised", async () => {
    expect(() => String(asyncForm.render({ days: [[oslo]] }))).toThrow(
      /"days\.\*\.\*\.city" are promised. Use renderAsync/,
    );
    const page = await asyncForm.renderAsync({ days: [[oslo, bern]] });
    expect(String(page)).toBe(String(form.render({ days: [[oslo, bern]] })));
    const posts: Control[][] = [
      [...controlsOf(page, {}), ["save", "save"]],
      [...controlsOf(page, { Oslo: "Bern" }), ["save", "save"]],
      [...controlsOf(page, { no: "ch" }), ["__edit__", "refresh"]],
    ];
    for (const controls of posts) {
      expect(() => asyncForm.validate(controls)).toThrow(TypeError);
      const [result, same] = [await asyncForm.validateAsync(controls), form.validate(controls)];
      expect(result.kind).toBe(same.kind);
      expect(String(result.form)).toBe(String(same.form));
      expect(String(await asyncForm.draftAsync(controls))).toBe(String(form.draft(controls)));
    }
  });

  it("are those of every widget with values", () => {
    const values = dependsOn(["country"], cities);
    const Visit = z.object({
      country: z.enum(["no", "ch"]),
      one: z.string().meta({ widget: radioChoice({ values }) }),
      found: z.string().meta({ widget: selectSearch({ values }) }),
      some: z.array(z.string()).meta({ widget: checkboxChoice({ values }) }),
      words: z.array(z.string()).meta({ widget: tags({ values }) }),
      typed: z.string().meta({ widget: autocomplete({ values }) }),
    });
    const visits = createForm(Visit, { formId: "v" });
    const visit = {
      country: "no",
      one: "Oslo",
      found: "Oslo",
      some: ["Bergen"],
      words: ["fjord"],
      typed: "a",
    } as const;
    const page = visits.render(visit);
    const offered = [
      ...pageOf(String(page)).querySelectorAll("option, input[type=radio], input[type=checkbox]"),
    ];
    const texts = offered.map((each) => each.getAttribute("value"));
    expect(texts.filter((text) => text === "Bergen")).toHaveLength(5);
    expect(texts).not.toContain("Bern");
    const same = visits.validate([...controlsOf(page, {}), ["submit", "submit"]]);
    expect(same.kind === "valid" && same.value).toEqual(visit);
    const other = visits.validate([...controlsOf(page, { no: "ch" }), ["submit", "submit"]]);
    expect(other.kind === "invalid" && Object.keys(other.error.asDict())).toEqual(["one", "found", "some"]);
    const shown = visits.validate([...controlsOf(page, { no: "ch" }), ["__edit__", "refresh"]]).form;
    const checked = [...pageOf(String(shown)).querySelectorAll("input[checked] + label")];
    expect(checked.map(({ textContent }) => textContent)).toEqual([
      "Oslo (no longer offered)",
      "Bergen (no longer offered)",
    ]);
    expect(chosenIn(shown, "v-words")).toBe("fjord");
    expect(shown.field("typed").value).toBe("a");
    expect(String(visits.render(visit, { readonly: true }))).not.toContain("data-tf-follows");
  });

  it("know hidden fields as undefined, and keep a hidden choice", () => {
    const Trip = z.object({
      by: z.enum(["train", "car"]),
      fuel: shownWhen(when("by").is("car"), z.enum(["petrol", "power"])),
      stop: shownWhen(
        when("by").is("car"),
        z.string().meta({
          widget: select({
            values: dependsOn(["fuel"], ({ fuel }: { fuel?: string }) =>
              fuel === "power" ? ["Charger"] : ["Pump"],
            ),
          }),
        }),
      ),
      hint: z.string().meta({
        widget: select({ values: dependsOn(["fuel"], ({ fuel }: { fuel?: string }) => [fuel ?? "no fuel"]) }),
      }),
    });
    const trips = createForm(Trip, { formId: "t" });
    const post: Control[] = [
      ["by", "train"],
      ["fuel", "power"],
      ["stop", "Pump"],
      ["hint", "no fuel"],
    ];
    const valid = trips.validate([...post, ["submit", "submit"]]);
    expect(valid.kind === "valid" && valid.value).toEqual({ by: "train", hint: "no fuel" });
    const page = trips.validate([...post, ["__edit__", "refresh"]]).form;
    expect(page.field("stop").value).toBe("Pump");
    expect(page.error).toBeUndefined();
  });

  it("may be computed from a computed field, and from bindings", () => {
    const Rooms = z.object({
      from: z.int(),
      to: z.int(),
      nights: z.int().meta({
        computed: dependsOn(["from", "to"], ({ from = 0, to = 0 }: Record<string, number>) => to - from),
      }),
      room: z.string().meta({
        widget: select({
          values: dependsOn(
            ["nights"],
            ({ nights = 0 }: { nights?: number }, { bindings }: { bindings: { rooms?: string[] } }) =>
              (bindings.rooms ?? []).filter((room) => room.length > nights),
          ),
        }),
      }),
    });
    const form = createForm(Rooms, { formId: "r" }).bind({ rooms: ["Blue", "Red"] });
    expect(optionsOf(form.render({ from: 1, to: 4 }), "r-room")).toEqual(["", "Blue"]);
    const post: Control[] = [
      ["from", "1"],
      ["to", "3"],
      ["nights", "9"],
      ["room", "Red"],
    ];
    const result = form.validate([...post, ["submit", "submit"]]);
    expect(result.kind === "valid" && result.value).toEqual({ from: 1, to: 3, nights: 2, room: "Red" });
    const html = String(form.render({ from: 1, to: 4 }));
    expect(html).toMatch(/id="r-nights:field" data-tf-follows="r-from r-to" data-tf-made="3"/);
  });

  it("follow a computed list, which is made for each item and shown on the page", () => {
    const Item = z.object({
      n: z.int(),
      list: z.array(z.int().max(5)).meta({
        computed: dependsOn(["n"], ({ n = 0 }: { n?: number }) => [n, n + 3]),
      }),
      pick: z
        .string()
        .optional()
        .meta({
          widget: select({
            values: dependsOn(["list"], ({ list = [] }: { list?: (number | undefined)[] }) =>
              list.map(String),
            ),
          }),
        }),
    });
    const lists = createForm(z.object({ items: z.array(Item) }), { formId: "f" });
    const page = lists.render({ items: [{ n: 1 }, { n: 2 }, { n: 3 }] });
    expect(optionsOf(page, "f-items-0-pick")).toEqual(["", "1", "4"]);
    expect(optionsOf(page, "f-items-1-pick")).toEqual(["", "2", "5"]);
    // An item of the list that does not fit is missing for every reader.
    expect(optionsOf(page, "f-items-2-pick")).toEqual(["", "3", "undefined"]);
    const shown = [...pageOf(String(page)).querySelectorAll("[id='f-items-1-list'] .tf-value")];
    expect(shown.map(({ textContent }) => textContent)).toEqual(["2", "5"]);
    const made = [...pageOf(String(page)).querySelectorAll("[id$='-list:field']")].map((field) =>
      field.getAttribute("data-tf-made"),
    );
    expect(new Set(made).size).toBe(made.length);
  });

  it("throw early for names that make no sense", () => {
    const city = (...names: string[]) =>
      z.string().meta({ widget: select({ values: dependsOn(names, () => ["a"]) }) });
    const formWith = (shape: z.ZodRawShape) => () => createForm(z.object(shape), { formId: "f" });
    expect(formWith({ country: z.string(), city: city("contry") })).toThrow(
      'Field "city" depends on "contry", which is no field of the same object. Did you mean "country"?',
    );
    expect(formWith({ a: city("b"), b: city("a") })).toThrow('Fields depend on each other: "a" → "b" → "a"');
    expect(formWith({ a: city("a") })).toThrow('Fields depend on each other: "a" → "a"');
    expect(formWith({ a: z.string(), list: z.array(city("a")) })).toThrow("it is no field of an object");
    // @ts-expect-error -- a function without names
    expect(() => select({ values: ({ country }) => [country] })).toThrow("Write values: dependsOn(");
  });

  it("fail with the name of the field", async () => {
    const failing = (make: () => Promise<string[]> | string[]) =>
      createForm(
        z.object({
          a: z.string(),
          b: z.string().meta({ widget: select({ values: dependsOn(["a"], make) }) }),
        }),
        { formId: "f" },
      );
    const rejecting = failing(() => Promise.reject(new Error("offline")));
    const expected = {
      message: 'The function for the choices of field "b" failed: offline',
      cause: new Error("offline"),
    };
    await expect(rejecting.renderAsync()).rejects.toMatchObject(expected);
    await expect(rejecting.validateAsync([["b", "x"]])).rejects.toMatchObject(expected);
    await expect(rejecting.validateAsync([["__edit__", "refresh"]])).rejects.toMatchObject(expected);
    const throwing = failing(() => {
      throw new Error("offline");
    });
    expect(() => throwing.validate([["b", "x"]])).toThrow(expected.message);
    // @ts-expect-error -- a function without a result
    const nothing = failing(() => undefined);
    expect(() => String(nothing.render())).toThrow(
      'The function for the choices of field "b" failed: it returned undefined. Return a list: an empty one, [], offers nothing',
    );
    // @ts-expect-error -- no list of choices
    expect(() => String(failing(() => "ab").render())).toThrow(/"b" failed: The values of select\(\)/);
  });

  it("never reach a function or the value if they are forged", () => {
    const texts = fc.constantFrom(
      "",
      "no",
      "ch",
      "Oslo",
      "Bern",
      "Chur",
      "Frogner",
      "Länggasse",
      "__proto__",
      "constructor",
    );
    const posted = fc.array(fc.array(fc.tuple(texts, texts, texts), { maxLength: 3 }), { maxLength: 3 });
    let given: (string | undefined)[] = [];
    const watched = ({ city }: Around) => {
      given.push(city);
      return DISTRICTS[city ?? ""] ?? [];
    };
    const Stop = stopOf(false).extend({
      district: z
        .string()
        .optional()
        .meta({ widget: select({ values: dependsOn(["city"], watched) }) }),
    });
    const watching = createForm(z.object({ days: z.array(z.array(Stop)) }), { formId: "f" });
    const known = new Set<string | undefined>([undefined, ...Object.values(CITIES).flat()]);
    const isAmong = (lists: typeof CITIES, key: string, text: string): boolean =>
      (Object.entries(lists).find(([name]) => name === key)?.[1] ?? []).includes(text);
    const isOffered = ([country, city, district]: readonly [string, string, string]): boolean =>
      isAmong(CITIES, country, city) && (district === "" || isAmong(DISTRICTS, city, district));
    fc.assert(
      fc.property(posted, (days) => {
        given = [];
        const controls: Control[] = [["__start__", "days:sequence"]];
        for (const day of days) {
          controls.push(["__start__", "item:sequence"]);
          for (const [country, city, district] of day)
            controls.push(
              ["__start__", "item:mapping"],
              ["country", country],
              ["city", city],
              ["district", district],
              ["__end__", ""],
            );
          controls.push(["__end__", ""]);
        }
        controls.push(["__end__", ""]);
        const result = watching.validate([...controls, ["submit", "submit"]]);
        expect(result.kind).toBe(days.flat().every(isOffered) ? "valid" : "invalid");
        const refreshed = watching.validate([...controls, ["__edit__", "refresh"]]);
        expect(refreshed.kind).toBe("edited");
        const shown = submittedControls(String(refreshed.form));
        const again = watching.validate([...shown, ["__edit__", "refresh"]]);
        expect(again.form.error?.asDict()).toEqual(refreshed.form.error?.asDict());
        const sent = watching.validate([...shown, ["submit", "submit"]]);
        expect(sent.kind).toBe(result.kind);
        expect(given.filter((city) => !known.has(city))).toEqual([]);
      }),
    );
  });

  it("count towards the length of the page", () => {
    const many = Array.from({ length: 1000 }, (_, number) => `A long text, number ${number}`);
    const Item = z.object({
      a: z.string(),
      b: z.string().meta({ widget: select({ values: dependsOn(["a"], () => many) }) }),
    });
    const list = createForm(z.object({ items: z.array(Item) }), { formId: "f" });
    const item: Control[] = [
      ["__start__", "item:mapping"],
      ["a", ""],
      ["b", ""],
      ["__end__", ""],
    ];
    const post = (count: number): Control[] => [
      ["__start__", "items:sequence"],
      ...Array.from({ length: count }, () => item).flat(),
      ["__end__", ""],
    ];
    expect(list.validate(post(10)).kind).toBe("invalid");
    expect(list.validate(post(1000)).kind).toBe("malformed");
  });
});
