import { z } from "zod";
import { pairContainment, recordContainment } from "../containment.ts";
import { print } from "../print.ts";
import { chain, UNMADE } from "./chain.ts";
import { type Compiled, compiled, type Compile, decodeOrAbsent, derive, metadataOf } from "./compiled.ts";
import { misfit } from "./misfit.ts";
import { chosenBy } from "./chosen-by.ts";
import { refuse, serializeItem } from "./faults.ts";
import { cloneWith } from "./clone.ts";
import { hasFields } from "../has-fields.ts";
import { checksOf, gate } from "./gate.ts";
import { safeKey, withProto } from "./safe-key.ts";

/**
 * Compiles a record: a mapping with arbitrary names. zod itself reads numeric names.
 *
 * If all keys of a closed set are required, each key is a field. Otherwise a page posts a list of pairs of key and value. Errors keep their positions in that list. If keys repeat,
 * the last one wins.
 */
export function record(type: z.core.$ZodRecord, compile: Compile): Compiled {
  const { keyType, valueType } = type._zod.def;
  const value = compile(valueType, "*");
  const entry = compile(
    new z.core.$ZodTuple({ type: "tuple", items: [keyType, valueType], rest: null }),
    "*",
  );
  const meta = metadataOf(type);
  const needed = neededKeys(type);
  const mapping: z.core.$ZodType = cloneWith(type, {
    keyType,
    valueType: value.executable,
    checks: [],
  });
  const pairs = listed(type, entry, needed);
  const named = withProto(mapping);
  const known = mayChangeKeys(type._zod.def) ? chain(named) : named;
  const executable = chosenBy([pairs, known], (given) => (Array.isArray(given) ? pairs : known));
  const decodePairs = (given: readonly unknown[]): readonly unknown[] => {
    const found = given.map((pair) => decodeOrAbsent(entry, pair));
    return value.required ? found : [...found, ...absentPairs(needed, found, value)];
  };
  if (needed.length > 0) {
    const rows = rowsOf(needed, valueType, compile);
    return derive(rows, {
      type,
      meta,
      executable: gate(executable, checksOf(type)),
      decode: (given) => (Array.isArray(given) ? decodePairs(given) : rows.decode(given)),
      serialize: (given, faults) => rows.serialize(given ?? meta.initial, faults),
    });
  }
  return compiled({
    kind: "record",
    containment: recordContainment,
    type,
    meta,
    children: [["*", value]],
    entry: keyAndValue(entry),
    executable: gate(executable, checksOf(type)),
    decode(given) {
      if (Array.isArray(given)) return decodePairs(given);
      if (!hasFields(given)) return misfit(given);
      const decoded: Record<string, unknown> = Object.create(null);
      for (const name of Object.keys(given)) decoded[safeKey(name)] = decodeOrAbsent(value, given[name]);
      return decoded;
    },
    serialize(given, faults) {
      const shown = given ?? meta.initial;
      if (!hasFields(shown)) {
        refuse(faults, "object", shown);
        return typeof shown === "string" ? shown : undefined;
      }
      const texts: Record<string, unknown> = Object.create(null);
      for (const [name, part] of Object.entries(shown)) {
        texts[name] = serializeItem(value, part, name, "", faults);
      }
      return texts;
    },
    accepts: (given) =>
      hasFields(given) && (!value.isLeaf || Object.values(given).every((part) => value.accepts(part))),
  });
}

/** Compiles a record of a closed set of keys as an object: each key is a field. */
function rowsOf(keys: readonly string[], valueType: z.core.$ZodType, compile: Compile): Compiled {
  const shape = Object.fromEntries(keys.map((key) => [key, valueType]));
  const rows = compile(new z.ZodObject({ type: "object", shape, catchall: z.never() }), "");
  return derive(rows, { children: rows.children.map(([key, value]) => [key, titledByKey(value)]) });
}

/** Removes the title of a record's values: it would be the same for all rows, so each row has the title of its key. */
function titledByKey(value: Compiled): Compiled {
  return derive(value, {
    get meta() {
      const { title: _, ...others } = value.meta;
      return others;
    },
  });
}

/** Returns the required keys: those of a closed set, unless the record is partial or loose. */
function neededKeys(type: z.core.$ZodRecord): readonly string[] {
  const { keyType, partial = false, mode } = type._zod.def;
  return partial || mode === "loose" ? [] : [...(keyType._zod.values ?? [])].map(String);
}

/** Makes a type that parses a list of pairs into a record. */
function listed(type: z.core.$ZodRecord, entry: Compiled, needed: readonly string[]): z.core.$ZodType {
  const { error } = type._zod.def;
  const pairs = new z.core.$ZodArray({
    type: "array",
    element: entry.executable,
    ...(error && { error }),
  });
  const out = z.transform((entries: unknown[], { issues }) => {
    const made: object = {};
    for (const [name, value] of keysOf(entries)) put(made, name, value);
    const missing = needed.filter((name) => !Object.hasOwn(made, name));
    if (missing.length > 0)
      issues.push({ code: "custom", params: { id: "missingKeys", val: missing }, input: made });
    return made;
  });
  return chain(pairs, out, partlyMade);
}

/** Makes a record of the pairs without issues. If a key is wrong, any value may be replaced by another. */
function partlyMade({ value, issues }: z.core.ParsePayload): unknown {
  if (!Array.isArray(value) || issues.some(({ path = [] }) => path.length < 2 || path[1] === 0))
    return UNMADE;
  const made: object = {};
  const wrong = new Set(issues.map(({ path }) => path?.[0]));
  for (const [position, [name, part]] of keysOf(value).entries())
    put(made, name, wrong.has(position) ? UNMADE : part);
  return made;
}

/** Returns true for a key type that may change the names. Then nobody knows the names of wrong values. */
function mayChangeKeys({ keyType }: z.core.$ZodRecordDef): boolean {
  const { type, checks = [] } = keyType._zod.def;
  const isPlain = type === "string" || type === "enum" || type === "literal" || type === "number";
  return !isPlain || checks.some((check) => check._zod.def.check === "overwrite");
}

/** Returns pairs for the missing keys, with the value's default. */
function absentPairs(
  needed: readonly string[],
  pairs: readonly unknown[],
  value: Compiled,
): readonly unknown[] {
  const present = new Set(keysOf(pairs).map(([name]) => name));
  return needed.filter((name) => !present.has(name)).map((name) => [name, decodeOrAbsent(value, undefined)]);
}

function keysOf(pairs: readonly unknown[]): readonly (readonly [name: string, value: unknown])[] {
  return pairs.filter(Array.isArray).map(([key, value]) => [print(key), value]);
}

/** Names the parts of a pair `key` and `value`. */
export function keyAndValue(pair: Compiled): Compiled {
  return derive(pair, {
    containment: pairContainment,
    get children() {
      return ["key", "value"].flatMap((name, i) =>
        pair.children.slice(i, i + 1).map(([, part]) => [name, part] as const),
      );
    },
  });
}

/** Sets an own property, even if its name is `__proto__`. */
function put(made: object, name: string, value: unknown): void {
  Object.defineProperty(made, name, { value, writable: true, enumerable: true, configurable: true });
}
