import { type Control, destructure } from "@turnform/schema";
import { when } from "@turnform/schema/conditions";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import type { Form } from "../define/form-interface.ts";
import { german } from "../languages/german.ts";
import { type AnyField, everyField } from "../testing/every-field.ts";
import { mappingFrom, pstructs } from "../testing/pstructs.ts";
import { tupleGroup } from "../widgets/tuple-group.ts";

const SECONDS = Number(process.env["HEAVY_SECONDS"] ?? 60);

/** Makes a field that is shown if another one is filled. */
const shown = (type: z.ZodType, by: string): z.ZodType =>
  type.optional().meta({ ...type.meta(), showWhen: when(by).isFilled() });

/** Types around a field. */
const around: Readonly<Record<string, (type: z.ZodType) => z.ZodType>> = {
  alone: (type) => type,
  "that may be missing": (type) => type.optional(),
  "in a list": (type) => z.array(type).max(4),
  "in lists of lists": (type) => z.array(z.array(type).min(1)),
  "in a mapping": (type) => z.object({ a: type }),
  "in a tuple": (type) => z.tuple([type], type).meta({ widget: tupleGroup() }),
  "in a record": (type) => z.record(z.string(), type),
  "in a case": (type) =>
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("a"), a: type }),
      z.object({ kind: z.literal("b"), b: type }),
    ]),
  "in an optional group": (type) => z.object({ a: type }).nullish(),
  "in items that may be left out": (type) =>
    z
      .array(z.object({ a: type }).nullable())
      .min(1)
      .optional(),
  "in a record of a closed set": (type) => z.record(z.enum(["a", "b"]), type),
  "in a set of objects": (type) => z.set(z.object({ a: type })).max(2),
  "in an option": (type) => z.union([z.object({ a: type }), z.object({ a: type, b: z.string() })]).optional(),
  "in an exclusive option": (type) => z.xor([z.object({ a: type }), z.object({ b: type })]),
  "in an intersection with options": (type) =>
    z.object({ a: type }).and(z.union([z.object({ b: z.string() }), z.object({ kind: type })])),
  "in a codec": (type) =>
    z.codec(z.object({ a: type }), z.any(), {
      decode: (value): unknown => value,
      encode: (value) => value,
    }),
  "after a function": (type) => z.preprocess((value) => value, z.object({ a: type })),
  "in a conditional field": (type) => z.object({ kind: z.string().optional(), a: shown(type, "kind") }),
  "in a required field": (type) =>
    z.object({
      b: z.string().optional(),
      a: type.optional().meta({ ...type.meta(), requireWhen: when("b").isFilled() }),
    }),
  "read by a condition": (type) => z.object({ a: type, b: shown(z.array(z.string()), "a") }),
  "read by a computed field": (type) =>
    z.object({ a: type, b: z.string().meta({ computed: ({ a }: { a?: unknown }) => typeof a }) }),
  "in conditional fields of options": (type) =>
    z.union([
      z.object({ kind: z.string(), a: shown(type, "kind") }),
      z.object({ kind: z.string().optional(), b: shown(type, "kind") }),
    ]),
  "in conditional fields of cases": (type) =>
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("a"), a: z.boolean(), b: shown(type, "a") }),
      z.object({ kind: z.literal("b"), b: shown(type, "kind") }),
    ]),
  "in a conditional field of a record": (type) =>
    z.record(z.enum(["a", "b"]), z.object({ kind: z.string().optional(), a: shown(type, "kind") })),
  "in a conditional group inside itself": (type) => {
    const Group = z.object({
      a: type,
      get b(): z.ZodType {
        return shown(z.array(Group.nullable()), "a");
      },
    });
    return Group;
  },
  "in a group inside itself": (type) => {
    const Group = z.object({
      a: type,
      get b(): z.ZodType {
        return z.array(Group.nullable()).max(3).optional();
      },
    });
    return Group;
  },
  "in an option inside itself": (type) => {
    const Option = z.object({
      a: type,
      get b(): z.ZodType {
        return z.union([Option, z.object({ kind: type })]).optional();
      },
    });
    return Option;
  },
};

const forms = new Map<string, Form<z.ZodObject>>();

function formOf({ name, type }: AnyField, place: string): Form<z.ZodObject> {
  const key = `${name} ${place}`;
  const made = forms.get(key) ?? createForm(z.object({ it: around[place]?.(type) ?? type }));
  forms.set(key, made);
  return made;
}

/** Controls with a meaning of their own, with any value and at any place. */
const ownControls: fc.Arbitrary<Control> = fc.oneof(
  fc.tuple(
    fc.constant("__edit__"),
    fc.constantFrom("add", "duplicate", "remove", "up", "down", "choose", "paste"),
  ),
  fc.tuple(fc.constant("__included__"), fc.constantFrom("", "null", "yes", new File(["x"], "x"))),
  fc.tuple(fc.constant("__option__"), fc.constantFrom("", "0", "1", "9")),
  fc.tuple(fc.constantFrom("__case__:kind", "__case__:__option__"), fc.constantFrom("", "0", "a", "b")),
  fc.tuple(fc.constant("__paste__"), fc.constantFrom("a\tb\n1", "x", '"')),
  fc.tuple(fc.constant("__item__"), fc.constantFrom("[]", '["x"]', "x")),
);

describe("Form.validate", () => {
  it("gives a value or errors for any post of any field, never an exception", () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    fc.assert(
      fc.property(
        fc.constantFrom(...everyField),
        fc.constantFrom(...Object.keys(around)),
        pstructs(
          ["kind", "a", "b", "item", "it", "__option__"],
          ["a", "b", "c", "x", "2", "circle", "path", "red", "y"],
        ),
        fc.array(fc.tuple(ownControls, fc.nat(40)), { maxLength: 4 }),
        fc.boolean(),
        (field, place, it, added, inGerman) => {
          // A field without values can't be required.
          if (field.name.startsWith("never") && /conditional|required/.test(place)) return;
          const controls: Control[] = destructure(mappingFrom([["it", it]]));
          for (const [control, at] of added) controls.splice(at, 0, control);
          const form = inGerman ? formOf(field, place).withLanguage(german) : formOf(field, place);
          const result = form.validate(controls);
          if (result.kind === "invalid") result.error.asDict();
          expect(String(result.form)).toContain("</form>");
          expect(String(form.draft(controls))).toContain("</form>");
          expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
        },
      ),
      { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: SECONDS * 1000 },
    );
  });
});
