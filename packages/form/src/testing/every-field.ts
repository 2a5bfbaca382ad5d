import { boolean, choiceSet, date, datetime, decimal, enumOf, integer, money, time } from "@turnform/schema";
import { z } from "zod";
import { hidden } from "../widgets/hidden.ts";
import { widgetSamples } from "./widget-samples.ts";

/** A named type of field, perhaps with a widget in its metadata. */
export interface AnyField {
  readonly name: string;
  readonly type: z.ZodType;
}

const Tagged = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("a"), a: z.string() }),
  z.object({ kind: z.literal(2), b: z.int() }),
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("c"), a: z.array(z.string()) }),
    z.object({ kind: z.literal([true, null]), b: z.date() }),
  ]),
]);
const TwoTags = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("a") }),
  z.discriminatedUnion("a", [
    z.object({ kind: z.literal("b"), a: z.literal("x"), b: z.string() }),
    z.object({ kind: z.literal("b"), a: z.literal("y") }),
  ]),
]);
const Pair = z.object({ a: z.string(), kind: z.enum(["a", "b"]) });
const Tree = z.object({
  a: z.string(),
  get kind() {
    return z.array(Tree).max(3).optional();
  },
});

const Untagged = z.union([
  z.object({ a: z.string(), kind: z.string().optional() }).meta({ title: "First" }),
  z.strictObject({ a: z.string(), b: z.array(z.int()).max(2) }),
]);
const Branch = z.object({
  a: z.string(),
  get b() {
    return z.union([Branch, z.object({ kind: z.int() })]).optional();
  },
});

/** Every kind of type, with its default widget. */
const types: Readonly<Record<string, z.ZodType>> = {
  string: z.string(),
  "string with a length": z.string().min(2).max(5),
  email: z.email(),
  "template literal": z.templateLiteral(["a", z.int()]),
  number: z.number(),
  "whole number": integer(),
  "strict whole number": integer({ strict: true }),
  bigint: z.bigint(),
  boolean: z.boolean(),
  "boolean by words": boolean({ trueChoices: ["y"] }),
  "text as boolean": z.stringbool(),
  "point in time": z.date(),
  date: date(),
  "date in a format": date({ format: "%d.%m.%Y" }),
  datetime: datetime(),
  "datetime in a format": datetime({ format: "%d.%m.%Y %H:%M" }),
  time: time(),
  "text with a moment": z.iso.datetime(),
  "text with a moment and an offset": z.iso.datetime({ offset: true, precision: 0 }),
  "text with a moment of any zone": z.iso.datetime({ offset: true, local: true }),
  "text with a day": z.iso.date(),
  "text with a time": z.iso.time(),
  "text with a duration": z.iso.duration(),
  decimal: decimal({ quantum: ".01" }),
  money: money(),
  enum: z.enum(["a", "b"]),
  "enum of names": enumOf("Colour", { RED: 1, GREEN: 2 }),
  "literals of all sorts": z.literal([1, "two", false, null]),
  "literal true": z.literal(true),
  null: z.null(),
  file: z.file(),
  any: z.any(),
  unknown: z.unknown(),
  object: z.object({ a: z.string(), b: z.int().optional() }),
  "strict object": z.strictObject({ a: z.string() }),
  "loose object": z.looseObject({ a: z.string() }),
  "object with a catchall": z.object({ a: z.string() }).catchall(z.int()),
  array: z.array(z.string()).max(3),
  "array of arrays": z.array(z.array(z.int()).min(1)),
  "array of what may be missing": z.array(z.string().optional()),
  tuple: z.tuple([z.string(), z.int()]),
  "tuple that grows": z.tuple([z.string()], z.int()),
  "tuple of objects": z.tuple([z.object({ a: z.string() }), z.string()]),
  set: z.set(z.string()).max(2),
  "set of choices": choiceSet(["a", "b"]),
  "set of objects": z.set(z.object({ a: z.string() })).max(2),
  record: z.record(z.string(), z.int()),
  "record of a closed set": z.record(z.enum(["a", "b"]), z.string()),
  "partial record": z.partialRecord(z.enum(["a", "b"]), z.string()),
  "record by numbers": z.record(z.number(), z.string()),
  "record of unions": z.record(z.string(), Tagged),
  "loose record": z.looseRecord(z.string().regex(/^x/), z.int()),
  intersection: z
    .object({ a: z.string(), n: z.int().min(1) })
    .and(z.object({ b: z.string(), n: z.int().max(5) })),
  "intersection with a union": z.object({ c: z.string() }).and(Tagged),
  "intersection of texts": z.string().min(2).and(z.string().max(5)),
  map: z.map(z.int(), z.string()),
  "map by objects": z.map(z.object({ a: z.string() }), z.string()),
  "union of texts": z.union([z.int(), z.email(), z.literal("x")]),
  "union with an empty text": z.url().or(z.literal("")),
  "union with an empty text, first": z.literal("").or(z.email().min(3)),
  "optional union with an empty text": z.email().optional().or(z.literal("")),
  "union with null": z.union([z.int(), z.null()]),
  "union with undefined": z.union([z.int(), z.undefined()]),
  "union of literals": z.union([
    z.literal("a").meta({ title: "First" }),
    z.literal(1),
    z.literal("1"),
    z.boolean(),
  ]),
  "union of literals and null": z.union([z.literal("a"), z.literal(null), z.enum(["b", "c"])]),
  "enum with an empty text": z.enum(["", "a"]),
  "exclusive union": z.xor([z.int(), z.email()]),
  "union of objects": Untagged,
  "optional union of objects": Untagged.optional(),
  "union of objects and null": z.union([Untagged, z.null()]),
  "exclusive union of objects": z.xor([z.object({ a: z.string() }), z.object({ b: z.int() })]),
  "union of objects in unions": z.union([
    Untagged.refine(() => true),
    Tagged,
    z.object({ kind: z.string(), a: z.string() }),
  ]),
  "union of objects inside itself": Branch,
  "union, unseen": z
    .union([z.int(), z.object({ a: z.string() }), z.array(z.string())])
    .meta({ widget: hidden() }),
  "union by a tag": Tagged,
  "union by two tags": TwoTags,
  "optional union by a tag": Tagged.optional(),
  "union by a tag with checks": Tagged.refine(() => false),
  optional: z.int().optional(),
  "optional object": Pair.optional(),
  "nullable object": Pair.nullable(),
  "object that may be absent or null": Pair.nullish(),
  "nullable object in optional ones": z
    .object({ a: z.object({ kind: Pair.nullish() }).optional() })
    .nullable(),
  "list of nullable objects": z.array(Pair.nullable()).max(3),
  "optional list": z.array(Pair).max(3).optional(),
  "optional list with a minimum": z.array(z.string()).min(1).max(3).nullish(),
  "optional tuple": z.tuple([z.object({ a: z.string() }), z.string()]).optional(),
  "optional record": z.record(z.string(), Pair.nullable()).nullable(),
  "optional set of choices": choiceSet(["a", "b"]).nullish(),
  "object with a default": Pair.default({ a: "x", kind: "b" }),
  "object with a prefault": Pair.prefault({ a: "x", kind: "b" }),
  "nullable object with a default": Pair.nullable().default(null),
  nullable: z.int().nullable(),
  default: z.string().default("a"),
  prefault: z.string().prefault("a"),
  catch: z.int().catch(1),
  nonoptional: z.string().optional().nonoptional(),
  readonly: z.array(z.string()).readonly(),
  pipe: z.string().pipe(z.email()),
  transform: z.string().transform((text) => text.length),
  preprocess: z.preprocess((value) => value, z.object({ a: z.string() })),
  codec: z.codec(z.string(), z.number(), { decode: Number, encode: String }),
  "codec of moments": z.codec(z.iso.datetime(), z.date(), {
    decode: (text) => new Date(text),
    encode: (date) => date.toISOString(),
  }),
  "codec of instances": z.codec(z.base64(), z.instanceof(Uint8Array), {
    decode: z.util.base64ToUint8Array,
    encode: z.util.uint8ArrayToBase64,
  }),
  "codec of seconds": z.codec(z.int(), z.date(), {
    decode: (seconds) => new Date(seconds * 1000),
    encode: (date) => date.getTime() / 1000,
  }),
  "never, optional": z.never().optional(),
  undefined: z.undefined(),
  lazy: z.lazy(() => z.object({ a: z.string() })),
  "an object inside itself": Tree,
};

/** Every kind of type and every widget, visible and hidden. */
export const everyField: readonly AnyField[] = [
  ...Object.entries(types).map(([name, type]) => ({ name, type })),
  ...Object.entries(types).map(([name, type]) => ({
    name: `${name}, hidden`,
    type: type.meta({ ...type.meta(), widget: hidden() }),
  })),
  ...widgetSamples.map((sample) => ({ name: `the widget ${sample.name}`, type: sample.type({}) })),
];
