import { date } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { pageOf } from "../testing/page.ts";
import { submittedControls } from "../testing/submitted.ts";
import { tupleGroup } from "./tuple-group.ts";

const Stay = z.object({ city: z.string(), nights: z.int().optional() });

const texts = (page: unknown, selector: string) =>
  [...pageOf(String(page)).querySelectorAll(selector)]
    .filter((each) => !each.closest("template"))
    .map(({ textContent }) => textContent?.trim());

describe("tupleGroup", () => {
  it("labels its parts by titles, or by positions", () => {
    const form = createForm(
      z.object({
        trip: z.tuple([z.string().meta({ title: "From" }), z.string()]).meta({ widget: tupleGroup() }),
      }),
    );
    expect(texts(form.render(), ".tf-label")).toEqual(["From *", "2 *"]);
    const { form: invalid } = form.validate(submittedControls(String(form.render())));
    expect(texts(invalid, ".tf-summary a")).toEqual(["Trip, From: Required", "Trip, 2: Required"]);
  });

  it("keeps the positions of other parts next to a readonly part", () => {
    const form = createForm(
      z.object({
        at: z
          .tuple([z.string(), z.string().meta({ widget: { readonly: true } }), z.string()])
          .meta({ widget: tupleGroup() }),
      }),
    );
    const value = { at: ["a", "b", "c"] } as const;
    expect(form.validate(submittedControls(String(form.render(value))), value)).toMatchObject({ value });
  });

  it("shows initial values, and errors at their positions", () => {
    const form = createForm(z.object({ at: z.tuple([Stay, z.int().default(7)]).meta({ title: "Stay" }) }), {
      formId: "f",
    });
    const page = form.render();
    expect(submittedControls(String(page))).toContainEqual(["1", "7"]);
    const { form: invalid } = form.validate(submittedControls(String(page)));
    expect(invalid.error?.asDict()).toEqual({ "at.0.city": "Required" });
    expect(
      pageOf(String(form.render().withErrors({ "at.1": "Odd" }))).querySelector("[id='f-at-1:error']"),
    ).not.toBeNull();
  });

  it("adds further parts, also without JavaScript", () => {
    const form = createForm(z.object({ way: z.tuple([Stay, Stay], Stay) }), { formId: "f" });
    const value = { way: ["A", "B", "C"].map((city) => ({ city })) };
    const page = form.render(value);
    expect(texts(page, "button[value=remove]")).toEqual(["Remove"]);
    const added = form.validate(submittedControls(String(page), "f-way:add")).form;
    expect(texts(added, ".tf-item > * > .tf-legend")).toEqual(["1", "2", "More 3", "More 4"]);
    expect(pageOf(String(added)).querySelector("[autofocus]")?.id).toBe("f-way-3-city");
    const removed = form.validate(submittedControls(String(page), "f-way-2:remove")).form;
    expect(form.validate(submittedControls(String(removed)))).toMatchObject({
      value: { way: [{ city: "A" }, { city: "B" }] },
    });
    const forged = submittedControls(String(page), "f-way-2:remove").filter(([, posted]) => posted !== "C");
    expect(form.validate(forged).kind).toBe("edited");
  });

  it("keeps the position of a readonly part, and reports no error for it", () => {
    const day = date().meta({ widget: { readonly: true } });
    const form = createForm(z.object({ it: z.tuple([z.object({ a: z.string() }), day]) }));
    const data = { it: [{ a: "x" }, new Date("2020-05-06")] } as const;
    const posted = submittedControls(String(form.render(data)));
    expect(form.validate(posted, data)).toMatchObject({ kind: "valid", value: data });
  });

  it("refuses a field that is not a tuple", () => {
    expect(() => createForm(z.object({ a: z.string().meta({ widget: tupleGroup() }) }))).toThrow(
      "needs a tuple",
    );
  });
});
