import { type Control, destructure } from "@turnform/schema";
import { shownWhen, when } from "@turnform/schema/conditions";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import type { DataOf, Form } from "../define/form-interface.ts";
import { pageOf } from "../testing/page.ts";
import { radioChoice } from "../widgets/radio-choice.ts";
import { switchInput } from "../widgets/switch-input.ts";
import { textInput } from "../widgets/text-input.ts";
import type { Widget } from "../field/widget.ts";

/** Finds a mistake in each text "bad". */
const grumpy: Widget = {
  ...textInput(),
  deserialize(_, pstruct, reading) {
    if (pstruct === "bad") reading.fail("mismatch");
    return pstruct;
  },
};
const text = z.string().meta({ widget: grumpy });

/** Returns the value, or the errors by path. */
function answer<S extends z.ZodObject>(
  form: Form<S>,
  controls: Iterable<Control>,
  current?: DataOf<S>,
): unknown {
  const result = form.validate(controls, current);
  return result.kind === "valid"
    ? result.value
    : result.kind === "invalid"
      ? result.error.asDict()
      : result.kind;
}

describe("validate with conditions", () => {
  const form = createForm(
    z.object({
      kind: z.enum(["person", "company"]),
      vat: shownWhen(when("kind").is("company"), text),
      groups: z.array(
        z.object({
          on: z.boolean(),
          inner: z
            .object({ list: z.array(text) })
            .optional()
            .meta({ showWhen: when("on").is(true) }),
        }),
      ),
    }),
  );
  const post = (kind: string, on: string) =>
    destructure({ kind, vat: "bad", groups: [{ on, inner: { list: ["bad"] } }] });

  it("asks for a tick, but not of a box that is only shown, and takes a chosen no", () => {
    const car = when("by").is("car");
    const box = z.boolean().optional();
    const trip = createForm(
      z.object({
        by: z.enum(["train", "car"]),
        agreed: box.meta({ requireWhen: car }),
        on: z
          .enum(["on", "off"])
          .optional()
          .meta({ requireWhen: car, widget: switchInput({ trueValue: "on", falseValue: "off" }) }),
        child: shownWhen(car, z.boolean()),
        pet: box.meta({ requireWhen: car, widget: radioChoice() }),
        deep: z.array(z.object({ sure: box.meta({ requireWhen: when("/by").is("car") }) })),
      }),
      { formId: "f" },
    );
    const post = (by: string, answers: object) => [
      ...destructure({ by, deep: [{}], ...answers }),
      ["submit", "submit"] as const,
    ];
    expect(answer(trip, post("car", {}))).toEqual({
      agreed: "Required",
      on: "Required",
      pet: "Required",
      "deep.0.sure": "Required",
    });
    expect(
      answer(trip, post("car", { agreed: "true", on: "on", pet: "false", deep: [{ sure: "true" }] })),
    ).toEqual({ by: "car", agreed: true, on: "on", child: false, pet: false, deep: [{ sure: true }] });
    expect(answer(trip, post("train", {}))).toEqual({
      by: "train",
      agreed: false,
      on: "off",
      deep: [{ sure: false }],
    });
    const controls = (by: "train" | "car", name: string) =>
      pageOf(String(trip.render({ by, deep: [{}] }))).querySelector(`[id="f-${name}"]`);
    expect(controls("car", "agreed")?.hasAttribute("required")).toBe(true);
    expect(controls("train", "agreed")?.hasAttribute("required")).toBe(false);
    expect(controls("car", "child")?.hasAttribute("required")).toBe(false);
  });

  it("keeps the errors of widgets in shown fields only", () => {
    expect(answer(form, post("company", "true"))).toEqual({
      vat: expect.any(String),
      "groups.0.inner.list.0": expect.any(String),
    });
    expect(answer(form, post("person", "false"))).toEqual({ kind: "person", groups: [{ on: false }] });
  });

  it("finds an error behind a thousand errors of hidden fields", () => {
    const many = createForm(
      z.object({
        on: z.boolean(),
        hidden: z
          .array(text)
          .optional()
          .meta({ showWhen: when("on").is(true) }),
        last: text,
      }),
    );
    const hidden = Array.from({ length: 2000 }, () => "bad");
    expect(answer(many, destructure({ on: "false", hidden, last: "bad" }))).toEqual({
      last: expect.any(String),
    });
    const shown = Object(many.validate(destructure({ on: "true", hidden, last: "bad" })));
    expect([shown.error.flatten().length, shown.error.omitted]).toEqual([1000, 1001]);
  });

  it("reads the current value of a fixed field, not the posted one", () => {
    const fixed = createForm(
      z.object({
        plan: z.enum(["free", "paid"]).meta({ widget: textInput({ readonly: true }) }),
        seats: shownWhen(when("plan").is("paid"), z.int()),
      }),
    );
    const controls = destructure({ plan: "paid", seats: "3" });
    expect(answer(fixed, controls, { plan: "free" })).toEqual({ plan: "free" });
    expect(answer(fixed, controls, { plan: "paid" })).toEqual({ plan: "paid", seats: 3 });
  });

  it("never reads a computed field from the post", () => {
    const order = createForm(
      z.object({
        price: z.number(),
        count: z.int(),
        total: z.number().meta({
          computed: ({ price, count }: { price?: number; count?: number }) =>
            price === undefined || count === undefined ? undefined : price * count,
          widget: grumpy,
        }),
      }),
    );
    const posted = (price: string) => destructure({ price, count: "2", total: "bad" });
    expect(answer(order, posted("4"))).toEqual({ price: 4, count: 2, total: 8 });
    expect(answer(order, posted("x"))).toEqual({ price: expect.any(String) });
  });

  it("refuses a wrong condition when the form is made", () => {
    expect(() =>
      createForm(
        z.object({
          a: z
            .string()
            .optional()
            .meta({ showWhen: when("b").isFilled() }),
        }),
      ),
    ).toThrow('Field "a": showWhen reads "b"');
  });
});
