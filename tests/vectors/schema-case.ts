import { type Invalid, schema } from "@turnform/schema";
import { colanderMessages } from "@turnform/schema/tools";
import type { Outcome } from "./cases.ts";
import { type Actual, type Departure, type DepartureCase, departures } from "./departures.ts";
import type { NeutralSchema } from "./recorded.ts";
import { zodOf } from "./schemas.ts";
import { canonical, valueOf } from "./values.ts";

/** Strictness of a case's comparison. */
export interface Strictness {
  readonly loose?: boolean;
  readonly hostText?: boolean;
  readonly unhandled?: boolean;
}

/** Runs a case of types.json or validators.json. */
export function runSchemaCase(recorded: DepartureCase & Strictness): Outcome {
  const actual = run(recorded);
  return judge(actual, recorded);
}

function run({ schema: neutral, input, direction }: DepartureCase): Actual {
  const value = valueOf(input, neutral);
  return direction === "serialize" ? showSchema(neutral, value) : runSchema(neutral, value);
}

/** Deserializes with a recorded schema. */
function runSchema(neutral: NeutralSchema, cstruct: unknown): Actual {
  const result = schema(zodOf(neutral)).deserialize(cstruct, {
    messages: { ...colanderMessages, silent: "" },
  });
  return result.ok ? { value: result.value } : { errors: named(neutral, result.error) };
}

/** Serializes with a recorded schema. */
function showSchema(neutral: NeutralSchema, appstruct: unknown): Actual {
  const result = schema(zodOf(neutral)).trySerialize(appstruct, { messages: colanderMessages });
  return result.ok ? { value: result.cstruct } : { errors: named(neutral, result.error) };
}

/** Returns messages by path. Recorded paths begin with the root's name. */
function named({ name }: NeutralSchema, error: Invalid): Record<string, string> {
  const entries = Object.entries(error.asDict());
  return Object.fromEntries(
    entries.map(([path, message]) => [[name, path].filter(Boolean).join("."), message]),
  );
}

/**
 * Compares an actual result with the recorded one.
 *
 * @param documented All documented departures of this sort of case
 */
export function judge(
  actual: Actual,
  recorded: DepartureCase & Strictness,
  documented: readonly Departure[] = departures,
): Outcome {
  if (recorded.unhandled || isAsRecorded(actual, recorded)) return "original";
  const departure = documented.find((each) => each.applies(recorded));
  const came = actual.errors ? JSON.stringify(actual.errors) : canonical(actual.value);
  if (departure?.holds(actual, recorded)) return "departure";
  return {
    failed: `${departure ? `not as «${departure.name}»: ` : ""}${JSON.stringify(recorded.schema)} ${JSON.stringify(recorded.input)} gave ${came}, not ${JSON.stringify(recorded.errors ?? recorded.expect)}`,
  };
}

function isAsRecorded(actual: Actual, recorded: DepartureCase & Strictness): boolean {
  const { errors, expect, schema: neutral, loose, hostText, direction } = recorded;
  if (errors) {
    if (!actual.errors) return false;
    return loose
      ? canonical(Object.keys(actual.errors).sort()) === canonical(Object.keys(errors).sort())
      : canonical(actual.errors) === canonical(errors);
  }
  if (actual.errors) return false;
  const expectedValue = valueOf(expect, neutral);
  // A set is shown as a list.
  const isShownSet = direction === "serialize" && expectedValue instanceof Set;
  const expected = canonical(
    isShownSet ? [...expectedValue].map(String).sort((a, b) => (a < b ? -1 : 1)) : expectedValue,
  );
  const came = canonical(actual.value);
  return came === expected || (hostText === true && isSamePrinted(expected, came));
}

/** Returns true if two texts differ only in the notation of numbers, booleans and null. */
function isSamePrinted(python: string, came: string): boolean {
  const words: Readonly<Record<string, string>> = {
    '"True"': '"true"',
    '"False"': '"false"',
    '"None"': "null",
  };
  const number = (text: string): number => (/^"[^"]+"$/.test(text) ? Number(text.slice(1, -1)) : NaN);
  const translated = python.replaceAll(/"(?:True|False|None|nan|-?inf)"/g, (word) => words[word] ?? word);
  return (
    translated === came ||
    number(python) === number(came) ||
    translated.replaceAll(/"(-?\d+)\.0"/g, '"$1"') === came
  );
}
