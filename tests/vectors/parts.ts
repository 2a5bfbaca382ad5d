import type { NeutralSchema, NeutralValidator, Recorded } from "./recorded.ts";
import { isRecord, itemsOf, markOf, shownSets } from "./values.ts";

/** Messages by path. The messages of one path are joined with "; ". */
export type Messages = Readonly<Record<string, string>>;

/** The value of a part if something else is wrong: then no answer contains it. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/** An answer about one part of a case, by the original or by Turnform. */
export interface Answer {
  /** The accepted value: as recorded for the original, of JavaScript for Turnform. */
  readonly value: unknown;
  /** Messages about the part itself. */
  readonly messages: readonly string[];
  /** Messages about its own parts, by path. */
  readonly below: Messages;
}

/** A part of a case: a schema with its input and both answers. A leaf has no further parts. */
export interface Part {
  readonly tags: readonly string[];
  readonly direction: "serialize" | "deserialize";
  readonly schema: NeutralSchema;
  /** The recorded input, a posted structure in a form, or undefined if nothing is given. */
  readonly input: Recorded;
  readonly original: Answer;
  readonly ours: Answer;
}

/** Makes an answer from the value or the messages by path. */
export function answer(value: unknown, errors: Messages | undefined): Answer {
  if (!errors) return { value, messages: [], below: {} };
  const { "": own = "", ...below } = errors;
  return { value: UNKNOWN, messages: split(own), below };
}

/** Splits joined messages. An empty message says nothing. */
function split(joined: string): readonly string[] {
  return joined.split("; ").filter((message) => message !== "");
}

/** Returns true if an answer has no error, here or below. */
export function accepts({ messages, below }: Answer): boolean {
  return messages.length === 0 && Object.keys(below).length === 0;
}

/** Moves messages of a validator of the part itself up to it, because recorded paths repeat them. */
export function withOwnMessages(
  { value, messages, below }: Answer,
  { validate = [] }: Pick<NeutralSchema, "validate">,
): Answer {
  const own = [validate].flat().flatMap(({ msg, own }) => [msg, own].filter((text) => text !== undefined));
  const texts = Object.values(below);
  const found = own.find((text) => texts.length > 0 && texts.every((each) => each.startsWith(`${text}; `)));
  if (found === undefined) return { value, messages, below };
  const rest = Object.entries(below).map(([path, text]) => [path, text.slice(found.length + 2)]);
  return withOwnMessages(
    { value, messages: [...messages, found], below: Object.fromEntries(rest) },
    { validate },
  );
}

/** Returns the messages with which a validator of a mapping or list blames its parts. */
export function blames({ validate = [] }: NeutralSchema): ReadonlySet<string> {
  return new Set(
    [validate]
      .flat()
      .flatMap(({ v, msg = "", errors = {} }: NeutralValidator) => [
        ...Object.values(errors),
        ...(v === "fieldsEqual" || v === "uniqueItems" ? [msg] : []),
      ]),
  );
}

/** Returns true if nothing is given: null, or the original's marker for no value. */
function isNothing(input: Recorded): boolean {
  return input === undefined || input === null || markOf(input) === "$";
}

/** Returns the parts of a mapping, sequence or tuple by key, or undefined for a leaf. */
export function partsOf(part: Part): ReadonlyMap<string, Part> | undefined {
  const { schema, input } = part;
  const children = schema.children ?? [];
  switch (schema.type) {
    case "mapping": {
      if (!isNothing(input) && !isRecord(input)) return undefined;
      if (children.some(({ name = "" }) => name === "")) return undefined;
      const named = children.map((child): [string, Part] => {
        const name = child.name ?? "";
        const given = isRecord(input) && Object.hasOwn(input, name) ? input[name] : undefined;
        return [name, partAt(part, name, child, given)];
      });
      return new Map(named);
    }
    case "tuple":
    case "sequence": {
      const items = itemsOf(input) ?? (schema.opts?.acceptScalar && !isNothing(input) ? [input] : undefined);
      const [item] = children;
      if (!items || !item) return undefined;
      // Dropped items shift the values, so the values no longer belong to the inputs.
      const count = itemsOf(part.original.value)?.length ?? items.length;
      const given = count === items.length ? items : Array.from<Recorded>({ length: count });
      return new Map(
        given.map((each, i): [string, Part] => {
          const child = schema.type === "tuple" ? children[i] : item;
          return [String(i), partAt(part, String(i), child ?? item, each)];
        }),
      );
    }
    default:
      return undefined;
  }
}

function partAt(whole: Part, key: string, schema: NeutralSchema, input: Recorded): Part {
  return {
    ...whole,
    schema,
    input,
    original: withOwnMessages(answerAt(whole.original, key), schema),
    ours: answerAt(whole.ours, key),
  };
}

function answerAt({ value, below }: Answer, key: string): Answer {
  const inside = Object.entries(below).flatMap(([path, text]) =>
    path === key ? [["", text]] : path.startsWith(`${key}.`) ? [[path.slice(key.length + 1), text]] : [],
  );
  if (inside.length > 0) return answer(UNKNOWN, Object.fromEntries(inside));
  return answer(value === UNKNOWN ? UNKNOWN : valueAt(value, key), undefined);
}

function valueAt(value: unknown, key: string): unknown {
  const items = itemsOf(value);
  if (items) return items[Number(key)];
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Returns what a container's value holds besides its parts: unknown names, or the number of items. */
export function restOf(value: unknown, parts: ReadonlyMap<string, Part>): unknown {
  if (value === UNKNOWN) return UNKNOWN;
  const items = itemsOf(value);
  if (items) return items.length;
  if (!isRecord(value)) return shownSets(value);
  return Object.fromEntries(Object.entries(value).filter(([name]) => !parts.has(name)));
}
