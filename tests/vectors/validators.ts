import { isDecimal } from "@turnform/schema";
import {
  all,
  any,
  atLeast,
  atMost,
  containsOnly,
  dataUrl,
  email,
  fileUri,
  luhn,
  noneOf,
  oneOf,
  regex,
  satisfies,
  url,
  uuid,
} from "@turnform/schema/checks";
import { z } from "zod";
import type { NeutralValidator, Recorded } from "./recorded.ts";
import { canonical, valueOf } from "./values.ts";

type Check = z.core.$ZodCheck;

const judges: Readonly<Record<string, (value: unknown) => unknown>> = {
  isEven: (value) => Number(value) % 2 === 0,
  truthy: (value) => value,
  returnsEmptyString: () => "",
  returnsNull: () => null,
  returnsZero: () => 0,
  returnsOne: () => 1,
  alwaysFalse: () => false,
  notFoo: (value) => (value === "foo" ? "foo is taken" : true),
  echoMessage: () => "got ${val}",
};

const makers: Readonly<Record<string, (validator: NeutralValidator) => Check>> = {
  length: ({ min = 0, max = Infinity, minErr, maxErr }) =>
    all(
      size((length) => length >= Number(min), "tooShort", { min }, minErr),
      size((length) => length <= Number(max), "tooLong", { max }, maxErr),
    ),
  range: ({ min, max, minErr, maxErr }) =>
    all(
      ...(min === undefined ? [] : [atLeast(ordered(min), { message: minErr })]),
      ...(max === undefined ? [] : [atMost(ordered(max), { message: maxErr })]),
    ),
  regex: ({ pattern = "", flags = "", msg }) => regex(patternOf(pattern, flags), { message: msg }),
  email: ({ msg }) => email({ message: msg }),
  url: () => url(),
  uuid: () => uuid(),
  fileUri: () => fileUri(),
  luhn: () => luhn(),
  oneOf: ({ choices = [], msg }) =>
    oneOf(
      choices.map((each) => valueOf(each)),
      { message: msg },
    ),
  noneOf: ({ choices = [], msg }) =>
    noneOf(
      choices.map((each) => valueOf(each)),
      { message: msg },
    ),
  containsOnly: ({ choices = [] }) => containsOnly(choices.map((each) => valueOf(each))),
  dataUrl: ({ urlErr, mimeErr, base64Err }) =>
    dataUrl({
      message: urlErr,
      ...(mimeErr && { typeMessage: mimeErr }),
      ...(base64Err && { base64Message: base64Err }),
    }),
  function: ({ fn = "", msg }) => satisfies(judges[fn] ?? (() => true), { message: msg }),
  all: ({ of = [] }) => all(...of.map(checkOf)),
  any: ({ of = [] }) => any(...of.map(checkOf)),
  fail: ({ msg, msgs = [msg ?? ""] }) => blame(() => msgs.map((message) => ({ path: [], message }))),
  failChildren: ({ errors = {}, msg }) =>
    blame(() => [
      ...own(msg),
      ...Object.entries(errors).map(([name, message]) => ({ path: [name], message })),
    ]),
  fieldsEqual: ({ a = "", b = "", msg = "", own: section }) =>
    blame((value) => {
      const fields = Object(value);
      return canonical(fields[a]) === canonical(fields[b])
        ? []
        : [...own(section), { path: [b], message: msg }];
    }),
  sumAtMost: ({ max, msg = "" }) =>
    blame((items) =>
      listOf(items).reduce<number>((sum, each) => sum + Number(each), 0) > Number(max) ? own(msg) : [],
    ),
  uniqueItems: ({ msg = "", own: section }) =>
    blame((items) => {
      const texts = listOf(items).map(canonical);
      const repeated = texts.flatMap((text, i) =>
        texts.indexOf(text) < i ? [{ path: [i], message: msg }] : [],
      );
      return repeated.length > 0 ? [...own(section), ...repeated] : [];
    }),
};

/** Makes a check from a recorded validator. */
export function checkOf(validator: NeutralValidator): Check {
  const make = makers[validator.v];
  if (!make) throw new TypeError(`No check is called ${validator.v}`);
  return make(validator);
}

interface Blame {
  readonly path: PropertyKey[];
  readonly message: string;
}

function own(message: string | undefined): Blame[] {
  return message === undefined ? [] : [{ path: [], message }];
}

/** Makes a check with its own messages about the value or its parts. */
function blame(judge: (value: unknown) => readonly Blame[]): Check {
  return z.superRefine((value, context) => {
    // An empty message makes zod use its own, so the error is set here.
    for (const { path, message } of judge(value)) {
      context.addIssue({
        code: "custom",
        path,
        ...(message === "" ? { params: { id: "silent" } } : { message }),
      });
    }
  });
}

/** Makes a pattern that counts code points, like the original, if it has no escapes that only other patterns allow. */
function patternOf(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, `${flags}u`);
  } catch {
    return new RegExp(pattern, flags);
  }
}

/** Counts code points of a text, and names of a mapping, like the original. */
function size(
  passes: (length: number) => boolean,
  id: string,
  values: object,
  message: string | undefined,
): Check {
  const lengthOf = (value: unknown): number => {
    if (value instanceof Set) return value.size;
    if (typeof value === "string") return Array.from(value).length;
    return Object.values(Object(value)).filter((each) => each !== undefined).length;
  };
  return z.refine((value) => passes(lengthOf(value)), {
    params: { id, ...values },
    ...(message !== undefined && { error: message }),
  });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function ordered(
  recorded: Recorded,
): string | number | Date | ReturnType<typeof atLeast> extends never ? never : string | number | Date {
  const value = valueOf(recorded);
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "string" || typeof value === "number" || value instanceof Date) return value;
  if (isDecimal(value)) return value as never;
  throw new TypeError("The bound is of no type that has an order");
}
