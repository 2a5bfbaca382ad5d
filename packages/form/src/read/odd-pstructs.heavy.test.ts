import { type Control, destructure } from "@turnform/schema";
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
};

const forms = new Map<string, Form<z.ZodObject>>();

function formOf({ name, type }: AnyField, place: string): Form<z.ZodObject> {
  const key = `${name} ${place}`;
  const made = forms.get(key) ?? createForm(z.object({ it: around[place]?.(type) ?? type }));
  forms.set(key, made);
  return made;
}

const edits = fc.constantFrom("add", "duplicate", "remove", "up", "down", "choose");

describe("Form.validate", () => {
  it("gives a value or errors for any post of any field, never an exception", () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    fc.assert(
      fc.property(
        fc.constantFrom(...everyField),
        fc.constantFrom(...Object.keys(around)),
        pstructs(["kind", "a", "b", "item", "it"], ["a", "b", "c", "x", "2", "circle", "path", "red", "y"]),
        fc.option(fc.tuple(edits, fc.nat(40)), { freq: 4 }),
        fc.boolean(),
        (field, place, it, edit, inGerman) => {
          const controls: Control[] = destructure(mappingFrom([["it", it]]));
          if (edit) controls.splice(edit[1], 0, ["__edit__", edit[0]]);
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
