import { structure } from "@turnform/schema";
import { colanderMessages } from "@turnform/schema/tools";
import type { Departure, DepartureCase } from "./departures.ts";
import { controlsOf } from "./forms.ts";
import type { NeutralSchema, NeutralValidator } from "./recorded.ts";
import { canonical } from "./values.ts";

type Messages = ReadonlyMap<string, readonly string[]>;

export const EARLY = "A parent's check waits only for what it reads";

/** The departure of deserialized data, where the messages of parents come first. */
export const earlyInSchemas: Departure = {
  name: EARLY,
  applies: (recorded) => earlyMessages(recorded).size > 0,
  holds: ({ errors }, recorded) => canonical(errors) === canonical(joined(recorded, earlyMessages(recorded))),
};

/** Returns the messages of each field of a submission, with the early ones. Undefined if there are none. */
export function withEarlyMessages(recorded: DepartureCase): Readonly<Record<string, string>> | undefined {
  const early = earlyMessages(posted(recorded));
  return early.size > 0 ? Object.fromEntries(merged(recorded, early)) : undefined;
}

/** Replaces the recorded pairs of a submission by its data. */
function posted(recorded: DepartureCase): DepartureCase {
  const { input } = recorded;
  const result = structure(Array.isArray(input) ? controlsOf(input) : []);
  return { ...recorded, input: result.ok ? result.pstruct : undefined };
}

/** Returns the messages of validators that read no wrong part, in parents of wrong parts. The original doesn't run them. */
function earlyMessages({ schema, input, errors = {} }: DepartureCase): Messages {
  const found = new Map<string, string[]>();
  const isWrong = (path: string): boolean => path in errors || hasErrorsInside(path);
  const hasErrorsInside = (path: string): boolean =>
    Object.keys(errors).some((each) => each !== path && (path === "" || each.startsWith(`${path}.`)));
  const visit = (at: NeutralSchema, value: unknown, path: string): void => {
    const validators = [at.validate ?? []].flat();
    // If the original has run the validators, their own messages are about the parts.
    const hasRun = validators
      .flatMap((each) => blamed(each, value, () => false))
      .some(([below, message]) => below !== "" && errors[join(path, below)]?.includes(message));
    if (hasRun || !hasErrorsInside(path)) return;
    const early = validators.flatMap((each) => blamed(each, value, (name) => isWrong(join(path, name))));
    for (const [below, message] of early) {
      const place = join(path, below);
      if (message !== "") found.set(place, [...(found.get(place) ?? []), message]);
    }
    const { type, children = [] } = at;
    const [item] = children;
    if (type === "mapping")
      for (const child of children)
        visit(child, Object(value ?? {})[child.name ?? ""], join(path, child.name ?? ""));
    else if (Array.isArray(value))
      value.forEach((each, i) => {
        const part = type === "tuple" ? children[i] : item;
        if (part) visit(part, each, join(path, String(i)));
      });
  };
  visit(schema, input, schema.name ?? "");
  return found;
}

/** Returns the messages of a validator that reads no wrong part, with their places below the value. */
function blamed(
  validator: NeutralValidator,
  value: unknown,
  isWrong: (name: string) => boolean,
): readonly (readonly [below: string, message: string])[] {
  const {
    v,
    msg,
    msgs = [msg ?? ""],
    of = [],
    errors = {},
    a = "",
    b = "",
    min = 0,
    max = Infinity,
  } = validator;
  switch (v) {
    case "all":
      return of.flatMap((each) => blamed(each, value, isWrong));
    case "fail":
      return msgs.map((each) => ["", each]);
    case "failChildren":
      return [["", msg ?? ""], ...Object.entries(errors)];
    case "fieldsEqual": {
      const fields = Object(value);
      const differ = !isWrong(a) && !isWrong(b) && canonical(fields[a]) !== canonical(fields[b]);
      return differ
        ? [
            ["", validator.own ?? ""],
            [b, msg ?? ""],
          ]
        : [];
    }
    case "length": {
      const length = Array.isArray(value) ? value.length : NaN;
      if (length < Number(min))
        return [["", validator.minErr ?? `Shorter than minimum length ${String(min)}`]];
      return length > Number(max)
        ? [["", validator.maxErr ?? `Longer than maximum length ${String(max)}`]]
        : [];
    }
    case "function":
      return /^(alwaysFalse|returns(EmptyString|Null|Zero))$/.test(validator.fn ?? "")
        ? [["", msg ?? colanderMessages.invalid ?? ""]]
        : [];
    default:
      return [];
  }
}

/** Adds early messages to the recorded ones of each path. */
function merged({ errors = {} }: DepartureCase, early: Messages): readonly (readonly [string, string])[] {
  const paths = new Set([...Object.keys(errors), ...early.keys()]);
  return [...paths].map((path) => [
    path,
    [errors[path], ...(early.get(path) ?? [])].filter(Boolean).join("; "),
  ]);
}

/** Adds early messages to the recorded ones of the last paths, with those of the parents in front. */
function joined(recorded: DepartureCase, early: Messages): Readonly<Record<string, string>> {
  const all = merged(recorded, early);
  const isAbove = (path: string, below: string): boolean =>
    path !== below && (path === "" || below.startsWith(`${path}.`));
  const leaves = all.filter(([path]) => !all.some(([below]) => isAbove(path, below)));
  return Object.fromEntries(
    leaves.map(([path, message]) => {
      const above = [...early]
        .filter(([each]) => isAbove(each, path))
        .sort(([p], [q]) => p.length - q.length);
      return [path, [...above.flatMap(([, messages]) => messages), message].join("; ")];
    }),
  );
}

const join = (path: string, name: string): string => [path, name].filter(Boolean).join(".");
