import { z } from "zod";
import {
  type Compiled,
  compiled,
  type CompileInner,
  decodeOrAbsent,
  derive,
  isMapping,
  metadataOf,
  misfit,
} from "./compiled.ts";
import { constraintsOf } from "./constraints.ts";
import { refuse, serializePart } from "./faults.ts";
import { keepPositions } from "./positions.ts";
import { keyAndValue } from "./record.ts";
import { type Check, checksOf, gate, rebuild } from "./rebuild.ts";

/** Compiles an array: too many items are refused before any is parsed, its other checks run when all items passed. */
export function array(type: z.core.$ZodArray, compile: CompileInner): Compiled {
  const item = compile(type._zod.def.element, "*");
  const { maxLength = Infinity } = constraintsOf(type);
  const ofAnything = rebuild<z.core.$ZodType>(type, { element: z.unknown(), checks: [] } as object);
  const items = rebuild(type, { element: item.executable, checks: [] });
  const limits = checksOf(type).filter(limitsSize);
  const others = checksOf(type).filter((check) => !limitsSize(check));
  const executable = gate(limits.length > 0 ? z.pipe(gate(ofAnything, limits), items) : items, others);
  return list(type, item, executable, {
    kind: "array",
    toItems: (value) => (Array.isArray(value) && value.length <= maxLength ? value : undefined),
  });
}

/** Compiles a set: posted as a list, whose items' errors keep their places. */
export function set(type: z.core.$ZodSet, compile: CompileInner): Compiled {
  const item = compile(type._zod.def.valueType, "*");
  return list(
    type,
    item,
    collected(type, item, (values) => new Set(values)),
    {
      kind: "set",
      toItems: (value) => (value instanceof Set ? [...value] : Array.isArray(value) ? value : undefined),
    },
  );
}

/** Compiles a map: posted as a list of pairs, each a key and its value, since keys need not be texts. */
export function map(type: z.core.$ZodMap, compile: CompileInner): Compiled {
  const { keyType, valueType } = type._zod.def;
  const pair = compile(new z.core.$ZodTuple({ type: "tuple", items: [keyType, valueType], rest: null }), "*");
  return list(
    type,
    pair,
    collected(type, pair, (pairs) => new Map(pairs as [unknown, unknown][])),
    {
      kind: "map",
      toItems(value) {
        if (value instanceof Map || isMapping(value))
          return [...(value instanceof Map ? value : Object.entries(value))];
        return Array.isArray(value) ? value : undefined;
      },
    },
  );
}

/** Parses a list and makes a collection of it, which zod by itself would parse without saying which item is wrong. */
function collected(
  type: z.core.$ZodType,
  item: Compiled,
  collect: (items: unknown[]) => unknown,
): z.core.$ZodType {
  const { error } = type._zod.def;
  const items = new z.core.$ZodArray({ type: "array", element: item.executable, ...(error && { error }) });
  const out = z.transform((values: unknown) => collect(Array.isArray(values) ? values : []));
  return gate(new z.core.$ZodPipe({ type: "pipe", in: items, out }), checksOf(type));
}

interface ListOptions {
  readonly kind: "array" | "set" | "map";
  /** Items that can be decoded; undefined leaves it to zod to say what is wrong. */
  readonly toItems: (value: unknown) => readonly unknown[] | undefined;
}

function list(
  type: z.core.$ZodType,
  item: Compiled,
  executable: z.core.$ZodType,
  { kind, toItems }: ListOptions,
): Compiled {
  const meta = metadataOf(type);
  const base = compiled({
    kind: meta.kind ?? kind,
    type,
    meta,
    constraints: constraintsOf(type),
    executable,
    decode(value) {
      const given = toItems(meta.acceptScalar && isScalar(value) ? [value] : value);
      if (!given) return misfit(value);
      const decoded = decodeItems(item, given);
      return item.droppable ? withoutMissing(decoded) : decoded;
    },
    serialize(value, faults) {
      const shown = value ?? meta.initial;
      if (Array.isArray(shown) || shown instanceof Set || shown instanceof Map) {
        return Array.from(shown, (each: unknown, i) => serializePart(item, each, i, faults) ?? null);
      }
      if (meta.acceptScalar && (isScalar(shown) || value === null))
        return [serializePart(item, shown, 0, faults)];
      refuse(faults, kind === "map" ? "map" : "array", shown);
      return typeof shown === "string" ? shown : undefined;
    },
    accepts(value) {
      if (kind !== "array") return kind === "set" ? value instanceof Set : value instanceof Map;
      return Array.isArray(value) && (!item.isLeaf || value.every((each) => item.accepts(each)));
    },
  });
  // Asked for later: the item may be the whole that is being compiled.
  return derive(base, {
    get children() {
      return [[item.meta.name ?? "item", item] as const];
    },
    get entry() {
      return kind === "map" ? keyAndValue(item) : undefined;
    },
    get choices() {
      return item.choices;
    },
  });
}

/** Decodes the items of a list; one of which none changes is given back itself. */
function decodeItems(item: Compiled, given: readonly unknown[]): readonly unknown[] {
  let decoded: unknown[] | undefined;
  given.forEach((each, position) => {
    const its = decodeOrAbsent(item, each);
    if (its !== each) (decoded ??= [...given])[position] = its;
  });
  return decoded ?? given;
}

/** A list without its missing items; where the others stood is noted. */
function withoutMissing(items: readonly unknown[]): readonly unknown[] {
  const positions = [...items.keys()].filter((position) => items[position] !== undefined);
  if (positions.length === items.length) return items;
  const left = positions.map((position) => items[position]);
  keepPositions(left, positions);
  return left;
}

/** What stands for a list of itself. */
function isScalar(value: unknown): boolean {
  return (
    value !== undefined && value !== null && value !== "" && !Array.isArray(value) && !(value instanceof Set)
  );
}

function limitsSize(check: Check): boolean {
  return check._zod.def.check === "max_length" || check._zod.def.check === "length_equals";
}
