import { dependsOn } from "@turnform/schema/conditions";
import type { Control } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { pageOf } from "../testing/page.ts";
import { submittedControls } from "../testing/submitted.ts";
import type { ChoiceValue } from "../field/choice.ts";
import { select } from "./select.ts";

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

  it("are cleared with a word by the Update button, and so are those behind them", () => {
    const page = form.render({ days: [[oslo]] });
    const update = pageOf(String(page)).querySelector("[id='f-days-0-0-country:update']");
    expect(update?.getAttribute("value")).toBe("refresh:country");
    const result = form.validate([...controlsOf(page, { no: "ch" }), ["__edit__", "refresh"]]);
    if (result.kind !== "edited") throw new Error(result.kind);
    expect(optionsOf(result.form, "f-days-0-0-city")).toEqual(["", "Bern", "Chur"]);
    expect(chosenIn(result.form, "f-days-0-0-city")).toBe("");
    expect(optionsOf(result.form, "f-days-0-0-district")).toEqual([""]);
    expect(result.form.error?.asDict()).toEqual({
      "days.0.0.city": "Choose again: the earlier choice is no longer offered",
      "days.0.0.district": "Choose again: the earlier choice is no longer offered",
    });
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
});
