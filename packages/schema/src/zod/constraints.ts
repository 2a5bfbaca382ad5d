import { z } from "zod";
import { type Constraints } from "./compiled.ts";
import { hasFields } from "../has-fields.ts";
import { checksOf, type Check } from "./gate.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Reads the limits of a type's checks.
 *
 * @returns the tightest limit of each kind. Exclusive bounds count only for integers, where the next value is known
 */
export function constraintsOf(type: z.core.$ZodType): Constraints {
  const found: Mutable<Constraints> = {};
  const itself = isCheck(type) ? [type] : [];
  const checks = [...itself, ...checksOf(type)];
  const whole = checks.some(isWhole);
  for (const check of checks) readCheck(check, found, whole);
  return found;
}

/** Returns true if a check or type allows whole numbers only. */
export function isWhole(check: Check | z.core.$ZodType): boolean {
  const { def } = check._zod;
  return "format" in def && String(def.format).includes("int");
}

function isCheck(type: z.core.$ZodType): type is z.core.$ZodType & Check {
  return type._zod.traits.has("$ZodCheck");
}

function readCheck(check: Check, found: Mutable<Constraints>, whole: boolean): void {
  const { def } = asKnown(check)._zod;
  switch (def.check) {
    case "greater_than": {
      const min = def.inclusive ? def.value : whole ? Math.floor(Number(def.value)) + 1 : undefined;
      if (isBound(min)) found.min = tighter(found.min, min, (a, b) => a > b);
      break;
    }
    case "less_than": {
      const max = def.inclusive ? def.value : whole ? Math.ceil(Number(def.value)) - 1 : undefined;
      if (isBound(max)) found.max = tighter(found.max, max, (a, b) => a < b);
      break;
    }
    case "multiple_of":
      if (typeof def.value === "number") found.step = def.value;
      break;
    case "min_length":
      found.minLength = atLeast(found.minLength, def.minimum);
      break;
    case "max_length":
      found.maxLength = atMost(found.maxLength, def.maximum);
      break;
    case "length_equals":
      found.minLength = found.maxLength = def.length;
      break;
    case "min_size":
      found.minLength = atLeast(found.minLength, def.minimum);
      break;
    case "max_size":
      found.maxLength = atMost(found.maxLength, def.maximum);
      break;
    case "size_equals":
      found.minLength = found.maxLength = def.size;
      break;
    case "mime_type":
      found.mime = def.mime;
      break;
    case "string_format":
      if (def.format === "regex" && def.pattern) found.pattern = def.pattern;
      else readFormat(def, found);
      break;
    case "number_format":
      found.format = def.format;
      break;
    default:
      readBound(check, found);
  }
}

/** E-mail patterns close enough to the browsers' own. */
const USUAL_EMAILS: ReadonlySet<RegExp> = new Set([z.regexes.email, z.regexes.html5Email]);

function readFormat(def: z.core.$ZodCheckStringFormatDef, found: Mutable<Constraints>): void {
  const { format, pattern } = def;
  found.format = format;
  if (format === "email" && pattern && !USUAL_EMAILS.has(pattern)) found.pattern = pattern;
  if ("precision" in def && typeof def.precision === "number") found.precision = def.precision;
  if ("offset" in def && "local" in def) found.zone = zoneOf(def.offset === true, def.local === true);
}

function zoneOf(offset: boolean, local: boolean): NonNullable<Constraints["zone"]> {
  if (offset) return local ? "any" : "offset";
  return local ? "local" : "utc";
}

/** Reads the bounds of `atLeast` and `atMost` from their message values. */
function readBound({ _zod: { def } }: Check, found: Mutable<Constraints>): void {
  const params: unknown = "params" in def ? def.params : undefined;
  if (!hasFields(params)) return;
  const { id, min, max } = params;
  if (id === "tooSmall" && isBound(min)) found.min = tighter(found.min, min, (a, b) => a > b);
  if (id === "tooBig" && isBound(max)) found.max = tighter(found.max, max, (a, b) => a < b);
}

/** Casts a check to zod's own checks, a union by `def.check`. Others fall through the switch. */
function asKnown(check: Check): z.core.$ZodChecks {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each case reads what its own `def.check` promises
  return check as z.core.$ZodChecks;
}

/** A bound that HTML can express. */
type Bound = NonNullable<Constraints["min"]>;

function isBound(value: unknown): value is Bound {
  return typeof value === "number" || typeof value === "string" || value instanceof Date;
}

function tighter(current: Bound | undefined, value: Bound, wins: (a: Bound, b: Bound) => boolean): Bound {
  return current === undefined || wins(value, current) ? value : current;
}

const atLeast = (current: number | undefined, value: number): number => Math.max(current ?? value, value);
const atMost = (current: number | undefined, value: number): number => Math.min(current ?? value, value);
