import { z } from "zod";
import { isBare, print } from "../print.ts";
import { insidesOf, isWrapper } from "../zod/type-parts.ts";
import { textOf, textTypeOf } from "./text-type.ts";

/**
 * Writes a value of a type as JSON. Values posted as text become the posted text. Elsewhere dates become ISO 8601,
 * big integers and other objects texts, sets and maps arrays.
 *
 * @returns undefined if JSON has nothing similar
 */
export function toJSONValue(type: z.core.$ZodType, value: unknown): unknown {
  const [inside] = isWrapper(type) ? insidesOf(type) : [];
  if (inside) return toJSONValue(inside, value);
  return textTypeOf(type) && typeof value !== "boolean" ? textOf(type, value) : plain(value);
}

/** Metadata of a wire, useless without it. */
const OF_WIRE: ReadonlySet<string> = new Set(["kind", "choices", "allowEmpty"]);
/** Metadata that JSON can't express. */
const LEFT_OUT: ReadonlySet<string> = new Set(["wire", "widget", "onBind", "computed"]);

/** Returns a type's metadata without the entries that JSON can't express. */
export function plainMetadata(type: z.core.$ZodType): Readonly<Record<string, unknown>> {
  const meta = z.globalRegistry.get(type) ?? {};
  const entries = Object.entries(meta)
    .filter(([name]) => !LEFT_OUT.has(name) && !(meta.wire && OF_WIRE.has(name)))
    .map(([name, value]) => [name, jsonOf(type, name, value)] as const);
  return Object.fromEntries(entries.filter(([, value]) => isJSON(value)));
}

function jsonOf(type: z.core.$ZodType, name: string, value: unknown): unknown {
  if (name === "initial") return toJSONValue(type, value);
  // Conditions compare with dates and decimals too. The fields read them from texts.
  return name === "showWhen" || name === "requireWhen" ? plain(value) : value;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Set || value instanceof Map) return Array.from(value, plain);
  if (isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
  if (isJSON(value)) return value;
  return typeof value === "bigint" || (typeof value === "object" && !isBare(value))
    ? print(value) || undefined
    : undefined;
}

function isJSON(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isJSON);
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object") return typeof value === "string" || typeof value === "boolean";
  return value === null || (isRecord(value) && Object.values(value).every(isJSON));
}

function isRecord(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
