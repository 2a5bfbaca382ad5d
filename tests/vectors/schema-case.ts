import { schema } from "@turnform/schema";
import { colanderMessages } from "@turnform/schema/tools";
import type { Outcome } from "./cases.ts";
import { type Departure, departures } from "./departures.ts";
import { fieldErrors, said } from "./forms.ts";
import {
  accepts,
  type Answer,
  answer,
  blames,
  type Messages,
  type Part,
  partsOf,
  restOf,
  UNKNOWN,
  withOwnMessages,
} from "./parts.ts";
import type { NeutralSchema } from "./recorded.ts";
import { zodOf } from "./schemas.ts";
import { canonical, shownSets, valueOf } from "./values.ts";

/** Strictness of a case's comparison. */
export interface Strictness {
  readonly loose?: boolean;
  readonly hostText?: boolean;
  readonly unhandled?: boolean;
}

/** A recorded case. */
export interface RecordedCase extends Strictness {
  readonly tags: readonly string[];
  readonly direction?: "serialize" | "deserialize";
  readonly schema: NeutralSchema;
  readonly input: unknown;
  readonly expect?: unknown;
  readonly errors?: Messages;
}

/** Turnform's result: the value, or the messages by path. */
export interface Actual {
  readonly value?: unknown;
  readonly errors?: Messages;
}

/** Runs a case of types.json or validators.json. */
export function runSchemaCase(recorded: RecordedCase): Outcome {
  const { schema: neutral, direction } = recorded;
  const value = valueOf(recorded.input, neutral);
  const actual = direction === "serialize" ? showSchema(neutral, value) : runSchema(neutral, value);
  const { errors } = recorded;
  return judge(actual, { ...recorded, ...(errors && { errors: withoutName(errors, neutral) }) });
}

/** Deserializes with a recorded schema. */
function runSchema(neutral: NeutralSchema, cstruct: unknown): Actual {
  const result = schema(zodOf(neutral)).deserialize(cstruct, {
    messages: { ...colanderMessages, silent: "" },
  });
  return result.ok ? { value: result.value } : { errors: said(fieldErrors(result.error)) };
}

/** Serializes with a recorded schema. */
function showSchema(neutral: NeutralSchema, appstruct: unknown): Actual {
  const result = schema(zodOf(neutral)).trySerialize(appstruct, { messages: colanderMessages });
  return result.ok ? { value: result.cstruct } : { errors: said(fieldErrors(result.error)) };
}

/** Returns messages without the root's name, with which recorded paths begin. */
function withoutName(errors: Messages, { name = "" }: NeutralSchema): Messages {
  if (name === "") return errors;
  return Object.fromEntries(
    Object.entries(errors).map(([path, text]) => [path === name ? "" : path.slice(name.length + 1), text]),
  );
}

/**
 * Compares Turnform's result with the recorded one, part by part. Each difference needs a departure that predicts it.
 *
 * @param documented All documented departures of this sort of case
 */
export function judge(
  actual: Actual,
  recorded: RecordedCase,
  documented: readonly Departure[] = departures,
): Outcome {
  const { schema: neutral, input, expect, errors, direction = "deserialize", tags } = recorded;
  if (recorded.unhandled) return "original";
  const original = withOwnMessages(answer(expect, errors), neutral);
  const ours = answer(actual.value, actual.errors);
  const differences = differencesIn(
    { tags, direction, schema: neutral, input, original, ours },
    { ...recorded, documented },
  );
  if (differences.length === 0) return "original";
  const unexplained = differences.filter(({ name }) => name === undefined);
  if (unexplained.length === 0) return "departure";
  const came = actual.errors ? JSON.stringify(actual.errors) : canonical(actual.value);
  return {
    failed: `${unexplained.map(({ text }) => text).join(", ")}: ${JSON.stringify(neutral)} ${JSON.stringify(input)} gave ${came}, not ${JSON.stringify(errors ?? expect)}`,
  };
}

/** A difference, with the name of the departure that explains it. */
interface Difference {
  readonly text: string;
  readonly name?: string | undefined;
}

interface Judging extends Strictness {
  readonly documented: readonly Departure[];
}

function differencesIn(part: Part, judging: Judging): readonly Difference[] {
  const { original, ours } = part;
  const applying = judging.documented.filter((each) => each.applies(part));
  const by = (explains: (each: Departure) => boolean): string | undefined => applying.find(explains)?.name;
  const [lacking, added] = unmatched(original.messages, ours.messages, judging);
  const found: Difference[] = [];

  const refusal = added.flatMap((message) => by((each) => each.refuses?.(message, part) ?? false) ?? []);
  const isRefused = refusal.length > 0;
  const takeover =
    lacking.length > 0 || applying.some((each) => each.hidesParts)
      ? by((each) => each.takes?.(lacking, part) ?? false)
      : undefined;
  const isTaken = takeover !== undefined;
  for (const message of added) {
    const name =
      refusal[0] ?? takeover ?? by((each) => each.adds?.(message, part) ?? false) ?? waiting(original, ours);
    found.push({ text: `"${message}"`, name });
  }
  for (const message of lacking) {
    const name =
      takeover ?? refusal[0] ?? by((each) => each.drops?.(message, part) ?? false) ?? waiting(ours, original);
    found.push({ text: `no "${message}"`, name });
  }
  // A refused value has no parts to compare, and the original says nothing about the parts of a value that it refuses.
  if (isRefused) return found;
  if (isTaken) return accepts(ours) && !holdsValue(part, applying) ? [...found, wrongValue] : found;

  const parts = partsOf(part);
  if (!parts) {
    if (Object.keys({ ...original.below, ...ours.below }).length > 0)
      return [...found, ...wholeDifference(part, judging)];
    return [...found, ...valueDifference(part, applying, judging)];
  }
  const blaming = samePaths(original, ours) ? new Set<string>() : blames(part.schema);
  for (const [key, child] of parts)
    found.push(...differencesIn(withoutMessages(child, blaming), judging).map(at(key)));
  const [a, b] = [restOf(original.value, parts), restOf(ours.value, parts)];
  if (a !== UNKNOWN && b !== UNKNOWN && !isSame(valueOf(a), b, part, judging))
    found.push({ text: "rest", name: by((each) => each.shows?.(ours.value, part) ?? false) });
  return found;
}

const wrongValue: Difference = { text: "value" };

function at(key: string) {
  return ({ text, name }: Difference): Difference => ({ text: `${key}: ${text}`, name });
}

/** Explains a message of a container: its checks wait until all its parts are valid. */
function waiting(silent: Answer, speaking: Answer): string | undefined {
  const isAlone = Object.entries(silent.below).some(([path, text]) => speaking.below[path] !== text);
  return isAlone ? "its checks wait for its parts" : undefined;
}

function samePaths(original: Answer, ours: Answer): boolean {
  return canonical(Object.keys(original.below).sort()) === canonical(Object.keys(ours.below).sort());
}

/** Returns a part without messages of its parents' checks, which ran in one implementation only. */
function withoutMessages(part: Part, blaming: ReadonlySet<string>): Part {
  if (blaming.size === 0) return part;
  const cut = ({ value, messages, below }: Answer): Answer => ({
    value,
    messages: messages.filter((message) => !blaming.has(message)),
    below,
  });
  return { ...part, original: cut(part.original), ours: cut(part.ours) };
}

/** Compares answers with messages below that belong to no part. */
function wholeDifference({ original, ours }: Part, { loose }: Judging): readonly Difference[] {
  const isEqual = loose ? samePaths(original, ours) : canonical(original.below) === canonical(ours.below);
  return isEqual ? [] : [{ text: "parts" }];
}

function holdsValue(part: Part, applying: readonly Departure[]): boolean {
  const judges = applying.filter((each) => each.shows);
  return (
    part.ours.value === UNKNOWN ||
    judges.length === 0 ||
    judges.some((each) => each.shows?.(part.ours.value, part))
  );
}

function valueDifference(
  part: Part,
  applying: readonly Departure[],
  judging: Judging,
): readonly Difference[] {
  const { original, ours } = part;
  if (original.value === UNKNOWN || ours.value === UNKNOWN) return [];
  if (isSame(valueOf(original.value, part.schema), ours.value, part, judging)) return [];
  return [{ text: "value", name: applying.find((each) => each.shows?.(ours.value, part))?.name }];
}

function isSame(expected: unknown, came: unknown, { direction }: Part, { hostText }: Judging): boolean {
  const wanted = canonical(direction === "serialize" ? shownSets(expected) : expected);
  const actual = canonical(direction === "serialize" ? shownSets(came) : came);
  return wanted === actual || (hostText === true && isSamePrinted(wanted, actual));
}

/** Returns the messages of each side without a counterpart. A slot that the original leaves open matches any text. */
function unmatched(
  original: readonly string[],
  ours: readonly string[],
  { loose }: Judging,
): [lacking: readonly string[], added: readonly string[]] {
  const left = [...ours];
  const take = (is: (text: string) => boolean): boolean => {
    const position = left.findIndex(is);
    if (position >= 0) left.splice(position, 1);
    return position >= 0;
  };
  const unequal = original.filter((message) => !take((text) => text === message));
  if (loose && unequal.length > 0 && left.length > 0) return [[], []];
  return [unequal, left];
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
