import { z } from "zod";
import { hasFields } from "../has-fields.ts";
import { type Compiled, decodeOrAbsent } from "./compiled.ts";
import { isReplaced, unmarked } from "./conditional.ts";
import { definitionOf } from "./definition.ts";
import { rulesOf } from "./field-rules.ts";
import { optionFor } from "./option-for.ts";
import { safeKey } from "./safe-key.ts";

type Compute = (siblings: never, facts: never) => unknown;

/** Values of computed fields by name, by the mapping that they were computed in. */
const computedIn = new WeakMap<object, Readonly<Record<string, unknown>>>();

/** Returns the value of a computed field of a mapping, which was decoded before. */
export function computedValue(mapping: object, name: string): unknown {
  return computedIn.get(mapping)?.[name];
}

/** Keeps the values of the computed fields of a mapping. */
export function keepComputed(mapping: object, values: Readonly<Record<string, unknown>>): void {
  computedIn.set(mapping, values);
}

/** A circle of computed fields, or a promise. It is the schema author's mistake, so nobody catches it. */
class MistakeError extends TypeError {
  override readonly name = "TypeError";
}

/**
 * The fields of one object as its computed fields see them. Each value is made on first use; a value that does not fit its type is undefined.
 */
export class Siblings {
  readonly #computes: ReadonlyMap<string, Compute>;
  readonly #values = new Map<string, unknown>();
  /** Names of the fields that are being computed. */
  readonly #open: string[] = [];
  readonly #view: object;
  /** Failures of the functions, by the name of the field. */
  readonly failures: Map<string, unknown> = new Map();

  constructor(
    object: Compiled,
    decoded: Readonly<Record<string, unknown>>,
    computes: ReadonlyMap<string, Compute>,
  ) {
    this.#computes = computes;
    this.#view = viewOf(object, decoded, (name) => this.compute(name));
  }

  /**
   * Returns the value of a computed field.
   *
   * @throws TypeError if computed fields read each other
   */
  compute(name: string): unknown {
    if (this.#values.has(name)) return this.#values.get(name);
    const compute = this.#computes.get(name);
    if (!compute) return undefined;
    if (this.#open.includes(name)) {
      const circle = [...this.#open.slice(this.#open.indexOf(name)), name];
      throw new MistakeError(
        `Computed fields read each other: ${circle.map((each) => `"${each}"`).join(" → ")}`,
      );
    }
    this.#open.push(name);
    try {
      const value = call(compute, this.#view, name);
      this.#values.set(name, value);
      return value;
    } catch (error) {
      if (error instanceof MistakeError) throw error;
      this.failures.set(name, error);
      this.#values.set(name, undefined);
      return undefined;
    } finally {
      this.#open.pop();
    }
  }
}

/** A computed value does not depend on the request. */
const NO_FACTS: object = { bindings: {} };

/** Calls a function of the schema's author, who alone knows its parameter type. */
function call(compute: Compute, siblings: object, name: string): unknown {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the author's function says what it is given
  const value = compute(siblings as never, NO_FACTS as never);
  if (!(value instanceof Promise)) return value;
  value.catch(() => undefined);
  throw new MistakeError(
    `The computed field "${name}" is a promise. Compute it without \`async\` or \`await\``,
  );
}

/**
 * Returns the values of some fields of a posted object. Missing, wrong and hidden ones are undefined.
 *
 * @param value The posted object, as it is decoded
 */
export function valuesOf(
  object: Compiled,
  value: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = Object.create(null);
  for (const [name, child] of object.children) {
    if (!names.includes(name)) continue;
    const { computed, showWhen, requireWhen } = rulesOf(child.type);
    const isConditional = showWhen !== undefined || requireWhen !== undefined;
    const posted = Object.hasOwn(value, name) ? value[name] : undefined;
    const decoded = computed ? computedValue(value, name) : decodeOrAbsent(child, posted);
    values[name] = valid(child, decoded, isConditional);
  }
  return values;
}

/** Returns an object with the valid parts of a decoded one. */
function viewOf(
  object: Compiled,
  decoded: Readonly<Record<string, unknown>>,
  compute?: (name: string) => unknown,
): object {
  const view: object = {};
  for (const [name, child] of object.children) {
    const { computed, showWhen, requireWhen } = rulesOf(child.type);
    const isConditional = showWhen !== undefined || requireWhen !== undefined;
    let made: { readonly value: unknown } | undefined;
    // A computed value is read like any other: its parts that do not fit are missing.
    const make = (): unknown =>
      valid(child, computed && compute ? compute(name) : decoded[safeKey(name)], isConditional);
    Object.defineProperty(view, name, {
      // A function that copies its siblings would read itself.
      enumerable: !(computed && compute),
      get: () => (made ??= { value: make() }).value,
    });
  }
  return view;
}

/** Returns a decoded value, or its valid parts. */
function valid(child: Compiled, decoded: unknown, isConditional = false): unknown {
  const value = unmarked(decoded);
  if (value === undefined) return isConditional && !isReplaced(decoded) ? undefined : defaultOf(child.type);
  if (value === null) return child.leftOutValues.includes(null) ? null : undefined;
  const shape = child.containment.name;
  if (shape === "object" && hasFields(value)) return viewOf(child, value);
  if (shape === "union" && child.discriminator !== undefined) {
    const option = optionFor(child, value);
    return option && valid(option, value);
  }
  if (shape === "record" && hasFields(value)) {
    const [only] = child.children;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, only && valid(only[1], part)]),
    );
  }
  if (!Array.isArray(value)) return parsed(child, value);
  const [first] = child.children;
  switch (shape) {
    case "array":
      return value.map((item) => first && valid(first[1], item));
    case "set":
      return new Set(value.map((item) => first && valid(first[1], item)));
    case "tuple":
    case "pair":
      return value.map((item, position) => {
        const part = child.children[position] ?? child.children.find(([name]) => name === "*");
        return part && valid(part[1], item);
      });
    case "map":
      return new Map(pairsOf(value, first?.[1]));
    case "record":
      return Object.fromEntries(pairsOf(value, child.entry).map(([key, part]) => [String(key), part]));
    default:
      return undefined;
  }
}

function pairsOf(list: readonly unknown[], pair: Compiled | undefined): [key: unknown, part: unknown][] {
  return list.flatMap((item): [unknown, unknown][] => {
    const made = pair && valid(pair, item);
    return Array.isArray(made) && made[0] !== undefined ? [[made[0], made[1]]] : [];
  });
}

/** Parses a single value. Returns undefined if it does not fit, or has asynchronous checks. */
function parsed({ executable }: Compiled, value: unknown): unknown {
  try {
    const result = z.core.safeParse(executable, value);
    return result.success ? result.data : undefined;
  } catch (error) {
    if (error instanceof z.core.$ZodAsyncError) return undefined;
    throw error;
  }
}

/** Returns the default of a type for a missing value. */
function defaultOf(type: z.core.$ZodType): unknown {
  const def = definitionOf(type);
  switch (def.type) {
    case "default":
    case "prefault":
      return def.defaultValue;
    case "optional":
    case "nullable":
    case "readonly":
      return defaultOf(def.innerType);
    default:
      return undefined;
  }
}
