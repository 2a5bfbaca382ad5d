import { z } from "zod";
import { definitionOf } from "../zod/definition.ts";
import { UnsupportedTypeError } from "../unsupported-type-error.ts";
import { constraintsOf } from "../zod/constraints.ts";
import { plainMetadata, toJSONValue } from "./json-value.ts";
import { rewrite } from "../tree/rewrite.ts";
import { textTypeOf } from "./text-type.ts";
import { followed } from "../tree/type-at.ts";
import { holdsRules } from "../zod/field-rules.ts";
import { writeConditions } from "./write-conditions.ts";
import { cloneWithMetadata } from "../zod/clone.ts";

/** Options of {@link toJSONSchema}. */
export interface JSONSchemaOptions {
  /** Default `draft-2020-12`. */
  readonly target?: "draft-2020-12" | "draft-07" | "draft-04" | "openapi-3.0";
  /** `ref` writes a type used in several places once, under `$defs`. Default `inline`. */
  readonly reused?: "ref" | "inline";
  /** Types whose fields are left out of their objects. Default: none. */
  readonly leaveOut?: ReadonlySet<z.core.$ZodType>;
}

/**
 * Writes the input of a type as JSON Schema.
 *
 *     toJSONSchema(z.object({ born: date().meta({ title: "Birthday" }), price: money() }))
 *     // { properties: { born: { type: "string", format: "date", title: "Birthday" },
 *     //                 price: { type: "string", pattern: "…" } }, … }
 *
 * It extends `z.toJSONSchema()` by types missing in JSON. Dates, decimals, big integers and types with their own wire
 * become the posted texts, without their limits. Sets become arrays without duplicates, maps arrays of pairs.
 * Metadata that is plain JSON is kept, such as titles and placeholders; wires, widgets and functions are left out. Defaults
 * and initial values are written as JSON. Conditions of fields become `if`, `then` and `else` of their object where they can.
 *
 * @param type Any type that a form can hold
 * @throws UnsupportedTypeError for a type without a JSON Schema
 */
export function toJSONSchema(
  type: z.core.$ZodType,
  { leaveOut = new Set(), ...options }: JSONSchemaOptions = {},
): z.core.JSONSchema.BaseSchema {
  const metadata = z.registry<Record<string, unknown>>();
  const written = rewrite(type, (changed, original) => {
    const json = withoutFields(toJSONType(changed, original), original, leaveOut);
    const isSet = definitionOf(original).type === "set";
    const meta = { ...plainMetadata(original), ...(isSet && { uniqueItems: true }) };
    if (Object.keys(meta).length > 0) metadata.add(json, meta);
    return json;
  });
  const schema = z.toJSONSchema(written, {
    ...options,
    io: "input",
    metadata,
    unrepresentable({ zodSchema, path }) {
      throw new UnsupportedTypeError(
        `z.${definitionOf(zodSchema).type}()`,
        path.join("."),
        "JSON Schema has nothing similar",
        "Use another type, or leave it out",
      );
    },
    override: ({ jsonSchema }) => dropSafeBounds(jsonSchema),
  });
  return holdsRules(type) ? followed(writeConditions(schema)) : schema;
}

/** Leaves fields out of an object, by their original types. */
function withoutFields(
  json: z.core.$ZodType,
  original: z.core.$ZodType,
  leaveOut: ReadonlySet<z.core.$ZodType>,
): z.core.$ZodType {
  const [def, before] = [definitionOf(json), definitionOf(original)];
  if (leaveOut.size === 0 || def.type !== "object" || before.type !== "object") return json;
  const kept = Object.entries(def.shape).filter(([name]) => {
    const field = before.shape[name];
    return field === undefined || !leaveOut.has(field);
  });
  return cloneWithMetadata(json, { shape: Object.fromEntries(kept) });
}

/** Replaces a type missing in JSON. */
function toJSONType(type: z.core.$ZodType, original: z.core.$ZodType): z.core.$ZodType {
  const def = definitionOf(type);
  switch (def.type) {
    case "set":
      return sized(z.array(def.valueType), original);
    case "map":
      return sized(z.array(z.tuple([def.keyType, def.valueType])), original);
    case "default":
    case "prefault":
      return cloneWithMetadata(type, { defaultValue: toJSONValue(original, def.defaultValue) });
    default:
      return textTypeOf(original) ?? type;
  }
}

function sized<T extends z.core.$ZodType>(array: z.ZodArray<T>, original: z.core.$ZodType): z.ZodArray<T> {
  const { minLength = 0, maxLength = Infinity } = constraintsOf(original);
  const withMinimum = minLength > 0 ? array.min(minLength) : array;
  return maxLength < Infinity ? withMinimum.max(maxLength) : withMinimum;
}

/** Removes the bounds of safe integers, which are no news to a reader. */
function dropSafeBounds(json: z.core.JSONSchema.BaseSchema): void {
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
}
