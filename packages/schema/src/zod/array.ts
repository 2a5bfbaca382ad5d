import { z } from "zod";
import { arrayContainment, type Containment, mapContainment, setContainment } from "../containment.ts";
import { chain } from "./chain.ts";
import { type Compiled, compiled, type Compile, decodeOrAbsent, derive, metadataOf } from "./compiled.ts";
import { misfit } from "./misfit.ts";
import { constraintsOf } from "./constraints.ts";
import { refuse, serializeItem, serializePart } from "./faults.ts";
import { keepPositions } from "./positions.ts";
import { keyAndValue } from "./record.ts";
import { cloneWith } from "./clone.ts";
import { hasFields } from "../has-fields.ts";
import { type Check, checksOf, gate, ofAnyValue } from "./gate.ts";

/** Compiles an array. Too many items are refused before any is parsed; other checks run after all items passed. */
export function array(type: z.core.$ZodArray, compile: Compile): Compiled {
  const item = compile(type._zod.def.element, "*");
  const { maxLength = Infinity } = constraintsOf(type);
  const ofAnything = cloneWith(type, { element: z.unknown(), checks: [] });
  const items = cloneWith(type, { element: item.executable, checks: [] });
  const limits = checksOf(type).filter(limitsSize);
  const others = checksOf(type).filter((check) => !limitsSize(check));
  const executable = gate(limits.length > 0 ? z.pipe(gate(ofAnything, limits), items) : items, others);
  return list(type, item, executable, {
    kind: "array",
    containment: arrayContainment,
    expected: "array",
    toItems: (value) => (Array.isArray(value) && value.length <= maxLength ? value : undefined),
    accepts: (value) => Array.isArray(value) && (!item.isLeaf || value.every((part) => item.accepts(part))),
  });
}

/** Compiles a set, posted as a list. Errors keep the positions of the posted items. */
export function set(type: z.core.$ZodSet, compile: Compile): Compiled {
  const item = compile(type._zod.def.valueType, "*");
  const toItems = (value: unknown): readonly unknown[] | undefined =>
    value instanceof Set ? [...value] : Array.isArray(value) ? value : undefined;
  return collection(type, item, {
    kind: "set",
    containment: setContainment,
    expected: "array",
    toItems,
    accepts: (value) => value instanceof Set,
    collect: (values) => new Set(values),
  });
}

/** Compiles a map, posted as a list of pairs of key and value, because keys may be other than texts. */
export function map(type: z.core.$ZodMap, compile: Compile): Compiled {
  const { keyType, valueType } = type._zod.def;
  const pair = compile(new z.core.$ZodTuple({ type: "tuple", items: [keyType, valueType], rest: null }), "*");
  return collection(type, pair, {
    kind: "map",
    containment: mapContainment,
    expected: "map",
    entry: () => keyAndValue(pair),
    accepts: (value) => value instanceof Map,
    toItems(value) {
      if (value instanceof Map || hasFields(value))
        return [...(value instanceof Map ? value : Object.entries(value))];
      return Array.isArray(value) ? value : undefined;
    },
    collect: (pairs) =>
      new Map(
        pairs.map((pair): [unknown, unknown] => (Array.isArray(pair) ? [pair[0], pair[1]] : [pair, pair])),
      ),
  });
}

interface CollectionOptions extends ListOptions {
  /** Makes the collection from parsed items, or from posted ones to count the distinct items. */
  readonly collect: (items: readonly unknown[]) => { readonly size: number };
}

/**
 * Compiles a set or map as a list, because zod's own types don't report the position of a wrong item.
 *
 * Too many distinct items are refused before any is parsed.
 */
function collection(
  type: z.core.$ZodSet | z.core.$ZodMap,
  item: Compiled,
  { collect, toItems, ...options }: CollectionOptions,
): Compiled {
  const { error } = type._zod.def;
  const { maxLength = Infinity } = constraintsOf(type);
  const limits = checksOf(type).filter(limitsSize);
  const isTooLarge = (items: readonly unknown[]): boolean =>
    items.length > maxLength && collect(items).size > maxLength;
  const counted = z.transform((value: unknown, { issues }) => {
    const given = toItems(value);
    if (given && isTooLarge(given))
      for (const limit of ofAnyValue(limits)) void limit._zod.check({ value: collect(given), issues });
    return value;
  });
  // zod assumes that a transform needs no value: a missing list would pass without an error.
  counted._zod.optin = undefined;
  const items: z.core.$ZodType = new z.core.$ZodArray({
    type: "array",
    element: item.executable,
    ...(error && { error }),
  });
  const out = z.transform((values: unknown) => collect(Array.isArray(values) ? values : []));
  const executable = gate(chain(chain(counted, items), out), checksOf(type));
  return list(type, item, executable, {
    ...options,
    toItems(value) {
      const given = toItems(value);
      return given && !isTooLarge(given) ? given : undefined;
    },
  });
}

interface ListOptions {
  readonly kind: "array" | "set" | "map";
  readonly containment: Containment;
  /** zod's name for the expected type. */
  readonly expected: "array" | "map";
  readonly entry?: () => Compiled;
  readonly accepts: (value: unknown) => boolean;
  /** Returns the items to decode. If undefined, zod gets the value and reports the error. */
  readonly toItems: (value: unknown) => readonly unknown[] | undefined;
}

function list(
  type: z.core.$ZodType,
  item: Compiled,
  executable: z.core.$ZodType,
  { kind, containment, expected, entry, accepts, toItems }: ListOptions,
): Compiled {
  const meta = metadataOf(type);
  const base = compiled({
    kind: meta.kind ?? kind,
    containment,
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
        return Array.from(shown, (part: unknown, i) => serializeItem(item, part, i, null, faults));
      }
      if (meta.acceptScalar && (isScalar(shown) || value === null))
        return [serializePart(item, shown, 0, faults)];
      refuse(faults, expected, shown);
      return typeof shown === "string" ? shown : undefined;
    },
    accepts,
  });
  // Getters, because a recursive item may not be compiled yet.
  return derive(base, {
    get children() {
      return [[item.meta.name ?? "item", item] as const];
    },
    get entry() {
      return entry?.();
    },
    get choices() {
      return item.choices;
    },
  });
}

/** Decodes the items of a list. Returns the same list if no item changes. */
function decodeItems(item: Compiled, given: readonly unknown[]): readonly unknown[] {
  let decoded: unknown[] | undefined;
  given.forEach((part, position) => {
    const decodedPart = decodeOrAbsent(item, part);
    if (decodedPart !== part) (decoded ??= [...given])[position] = decodedPart;
  });
  return decoded ?? given;
}

/** Removes missing items from a list and remembers the positions of the others. */
function withoutMissing(items: readonly unknown[]): readonly unknown[] {
  const positions = [...items.keys()].filter((position) => items[position] !== undefined);
  if (positions.length === items.length) return items;
  const left = positions.map((position) => items[position]);
  keepPositions(left, positions);
  return left;
}

/** Returns true for a single value, which `acceptScalar` takes as a list of one. */
function isScalar(value: unknown): boolean {
  return (
    value !== undefined && value !== null && value !== "" && !Array.isArray(value) && !(value instanceof Set)
  );
}

const SIZE_LIMITS: ReadonlySet<string> = new Set(["max_length", "length_equals", "max_size", "size_equals"]);

function limitsSize(check: Check): boolean {
  return SIZE_LIMITS.has(check._zod.def.check);
}
