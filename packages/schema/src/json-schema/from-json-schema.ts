import { z } from "zod";
import { definitionOf, propertyValues } from "../zod/definition.ts";
import { constraintsOf } from "../zod/constraints.ts";
import { checkKeywords } from "./check-keywords.ts";
import { prepareJSONSchema } from "./prepare-json-schema.ts";
import { readConditions } from "./read-conditions.ts";
import { rewrite } from "../tree/rewrite.ts";
import { followed } from "../tree/type-at.ts";
import { cloneWithMetadata, keepMetadata } from "../zod/clone.ts";

/**
 * Reads a JSON Schema as a zod type for a form.
 *
 *     const Person = fromJSONSchema({
 *       type: "object",
 *       properties: { name: { type: "string", title: "Full name", placeholder: "Ann" } },
 *       required: ["name"],
 *     })
 *     schema(Person).deserialize({ name: "Ann" })
 *
 * It adapts `z.fromJSONSchema()` to forms:
 *
 * - Unknown names are dropped, unless `additionalProperties` is set and allows them.
 * - Alternatives with `null` become `.nullable()`, fixed values one choice, objects with a tag a discriminated union.
 * - An object with additional names only becomes a record, and a text of format `binary` a file.
 * - `if`, `then` and `else` that compare properties and add or require others become `showWhen` and `requireWhen`, and so do
 *   `dependentRequired` and `dependentSchemas`.
 * - All other entries, such as title, default and placeholder, become metadata. `wire`, `widget` and `onBind` are not read,
 *   because JSON can't express them. Titles of single values of a choice are lost.
 *
 * Objects of `allOf` become one object. A type that no form can hold is reported when it is compiled.
 *
 * @param json Draft 2020-12, 7 or 4, according to its `$schema`
 * @returns the type; an object schema gives a `z.ZodObject`
 * @throws Error if zod can't read it: references to other documents, `not`, unknown types; or if zod is older than 4.6
 * @throws TypeError for other forms of `if`, `dependentRequired` and `dependentSchemas`, with their JSON pointer, or for no JSON Schema
 */
export function fromJSONSchema(json: Readonly<Record<string, unknown>> | boolean): z.ZodType {
  const isSchema =
    typeof json === "boolean" || (typeof json === "object" && json !== null && !Array.isArray(json));
  if (!isSchema)
    throw new TypeError(`${JSON.stringify(json)} is no JSON Schema: an object or a boolean is expected`);
  const read = readConditions(json);
  checkKeywords(read);
  const { major, minor, patch } = z.core.version;
  // zod 4.5 ignores `uniqueItems` and `contains`, so the form would accept values that its schema refuses.
  if (minor < 6) throw new Error(`fromJSONSchema needs zod 4.6 or newer, not ${major}.${minor}.${patch}`);
  const prepared = followed<z.core.JSONSchema.JSONSchema | boolean>(prepareJSONSchema(read));
  return followed(rewrite(z.fromJSONSchema(prepared), toFormType));
}

function toFormType(type: z.core.$ZodType): z.core.$ZodType {
  const def = definitionOf(type);
  if (def.type === "union") return alternatives(type, def.options);
  if (def.type === "string")
    return z.globalRegistry.get(type)?.["contentEncoding"] === "binary" ? file(type) : type;
  if (def.type !== "object") return type;
  const { shape, catchall } = def;
  const others = catchall && definitionOf(catchall).type;
  if (others === "unknown") return cloneWithMetadata(type, { catchall: undefined });
  const isRecord = catchall && others !== "never" && others !== "any" && Object.keys(shape).length === 0;
  return isRecord ? withMetadata(z.record(z.string(), catchall), type) : type;
}

function file(type: z.core.$ZodType): z.core.$ZodType {
  const mediaTypes = z.globalRegistry.get(type)?.["contentMediaType"];
  const { minLength = 0, maxLength = Infinity } = constraintsOf(type);
  const checks = [
    ...(minLength > 0 ? [z.minSize(minLength)] : []),
    ...(maxLength < Infinity ? [z.maxSize(maxLength)] : []),
    ...(Array.isArray(mediaTypes) && mediaTypes.length > 0 ? [z.mime(mediaTypes.map(String))] : []),
  ];
  const meta = Object.entries(z.globalRegistry.get(type) ?? {}).filter(
    ([key]) => key !== "contentEncoding" && key !== "contentMediaType",
  );
  return z
    .file()
    .check(...checks)
    .meta(Object.fromEntries(meta));
}

function alternatives(type: z.core.$ZodType, options: readonly z.core.$ZodType[]): z.core.$ZodType {
  const present = options.filter((option) => !isNull(option));
  const [only, ...others] = present;
  if (!only) return type;
  const made =
    others.length === 0
      ? only
      : (literal(present) ?? tagged(present) ?? cloneWithMetadata(type, { options: present }));
  const result =
    present.length < options.length ? new z.ZodNullable({ type: "nullable", innerType: made }) : made;
  return result === type ? type : withMetadata(result, type);
}

/** Returns a copy with metadata, because a referenced schema may have another title in each place. */
function withMetadata(type: z.core.$ZodType, from: z.core.$ZodType): z.core.$ZodType {
  if (!z.globalRegistry.has(from)) return type;
  const copy = z.core.clone(type);
  keepMetadata(type, copy);
  keepMetadata(from, copy);
  return copy;
}

function literal(options: readonly z.core.$ZodType[]): z.core.$ZodType | undefined {
  const values = options.flatMap((option) => {
    const def = definitionOf(option);
    return def.type === "literal" ? def.values : [undefined];
  });
  return values.includes(undefined) ? undefined : z.literal([...new Set(values)]);
}

/** Makes a discriminated union, if the value of one field selects the option. */
function tagged(options: readonly z.core.$ZodType[]): z.core.$ZodType | undefined {
  const [first] = options;
  if (!options.every((option) => definitionOf(option).type === "object")) return undefined;
  const names = first ? Object.keys(propertyValues(first)) : [];
  const discriminator = names.find((name) => {
    const tags = options.map((option) => [...(propertyValues(option)[name] ?? [])]);
    const all = tags.flat();
    return (
      tags.every((ofOption) => ofOption.length > 0) &&
      !all.includes(undefined) &&
      new Set(all).size === all.length
    );
  });
  if (discriminator === undefined) return undefined;
  return new z.ZodDiscriminatedUnion({ type: "union", options, discriminator, inclusive: false });
}

function isNull(type: z.core.$ZodType): boolean {
  const def = definitionOf(type);
  return def.type === "null" || (def.type === "literal" && def.values.length === 1 && def.values[0] === null);
}
