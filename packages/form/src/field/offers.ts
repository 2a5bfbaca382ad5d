import type { Bindings, SchemaNode } from "@turnform/schema";
import type { FieldStates } from "@turnform/schema/conditions";
import { type LabelledChoices, withoutGroups } from "./choice.ts";
import { isMapping } from "./cstruct.ts";
import { describeValue } from "./describe-value.ts";
import type { DependentChoices } from "./dependent-choices.ts";

/** A field whose choices may depend on others. */
interface Chooser {
  readonly path: string;
  readonly node: SchemaNode;
  /** The object that holds the field. */
  readonly owner: SchemaNode | undefined;
  readonly widget: { readonly dependent?: DependentChoices };
  sibling(name: string): Chooser | undefined;
}

type Mapping = Readonly<Record<string, unknown>>;

const EMPTY: Mapping = Object.freeze(Object.create(null));

/**
 * The choices of one page that depend on other fields. A function runs once for all objects with the same values.
 *
 * Promised choices are unknown until {@link settle} has waited for them.
 */
export class Offers {
  readonly #bindings: Bindings;
  readonly #mayWait: boolean;
  readonly #made = new Map<string, LabelledChoices>();
  #promised = new Map<string, Promise<void>>();
  /** True if choices were promised. */
  hasWaited = false;

  /** @param mayWait True if somebody calls {@link settle}. Otherwise, a promise is an error */
  constructor(bindings: Bindings, mayWait: boolean) {
    this.#bindings = bindings;
    this.#mayWait = mayWait;
  }

  /**
   * Returns the choices of a field. Returns undefined if they are not known yet.
   *
   * @param around The object that holds the field, in the cstruct
   * @param states The states of the fields, if some depend on conditions
   * @throws TypeError if the choices are promised, and nobody waits
   */
  choices(field: Chooser, around: unknown, states?: FieldStates): LabelledChoices | undefined {
    const { owner, path } = field;
    const { dependent } = field.widget;
    if (!dependent || !owner) return undefined;
    const mapping = isMapping(around) ? around : EMPTY;
    const siblings = this.#siblings(field, owner, dependent.names, mapping, states);
    if (!siblings) return undefined;
    const key = `${numberOf(dependent)} ${numberOf(owner.type)} ${print(siblings.key)}`;
    const made = this.#made.get(key);
    if (made || this.#promised.has(key)) return made;
    const choices = make(path, dependent, siblings.values(), this.#bindings);
    if (!(choices instanceof Promise)) {
      this.#made.set(key, choices);
      return choices;
    }
    const promised = choices.then((found) => void this.#made.set(key, found));
    // Only whoever waits gets the error.
    promised.catch(() => undefined);
    if (!this.#mayWait)
      throw new TypeError(
        `The choices of field "${path}" are promised. Use renderAsync(), validateAsync() and draftAsync() instead of render(), validate() and draft()`,
      );
    this.#promised.set(key, promised);
    this.hasWaited = true;
    return undefined;
  }

  /**
   * Returns the chosen texts of a field that are not offered. Returns undefined if the choices are not known yet.
   *
   * @param around The object that holds the field, in the cstruct
   */
  gone(field: Chooser, around: unknown, states?: FieldStates): readonly string[] | undefined {
    const { node, widget } = field;
    if (widget.dependent?.isClosed !== true || !isMapping(around)) return [];
    const value = Object.hasOwn(around, node.name) ? around[node.name] : undefined;
    const chosen = (Array.isArray(value) ? value : [value]).filter((text) => typeof text === "string");
    if (chosen.every((text) => text === "")) return [];
    const choices = this.choices(field, around, states);
    if (!choices) return undefined;
    const offered = new Set(withoutGroups(choices).map(([text]) => text));
    return chosen.filter((text) => text !== "" && !offered.has(text));
  }

  /**
   * Waits for the promised choices.
   *
   * @returns true if there were any. Others may follow from them
   */
  async settle(): Promise<boolean> {
    const promised = [...this.#promised.values()];
    await Promise.all(promised);
    this.#promised = new Map();
    return promised.length > 0;
  }

  /** Returns the values that a function reads, with a key for equal ones. A value that is not offered is undefined. */
  #siblings(
    field: Chooser,
    owner: SchemaNode,
    names: readonly string[],
    mapping: Mapping,
    states: FieldStates | undefined,
  ): { readonly key: readonly unknown[]; values(): Mapping } | undefined {
    const key: unknown[] = [];
    const gone: string[] = [];
    for (const name of names) {
      const sibling = field.sibling(name);
      const without = sibling ? this.gone(sibling, mapping, states) : [];
      if (!without) return undefined;
      if (without.length > 0) gone.push(name);
      const text = sibling?.node.meta.computed ? states?.computedTexts(mapping, name) : mapping[name];
      key.push(without.length > 0 || states?.isHidden(mapping, name) ? null : [text]);
    }
    const values = (): Mapping => ({
      ...(states ? states.valuesOf(mapping, owner, names) : owner.valuesOf(mapping, names)),
      ...Object.fromEntries(gone.map((name) => [name, undefined])),
    });
    return { key, values };
  }
}

/** Calls a function of the application. Its failure names the field. */
function make(
  path: string,
  dependent: DependentChoices,
  siblings: Mapping,
  bindings: Bindings,
): LabelledChoices | Promise<LabelledChoices> {
  const fail = (cause: unknown): never => {
    const reason = cause instanceof Error ? cause.message : describeValue(cause);
    throw new Error(`The function for the choices of field "${path}" failed: ${reason}`, { cause });
  };
  try {
    const made = dependent.make(siblings, { bindings });
    return made instanceof Promise ? made.catch(fail) : made;
  } catch (error) {
    return fail(error);
  }
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

/** Returns the number of an object. */
function numberOf(object: object): number {
  const number = numbers.get(object) ?? ++lastNumber;
  numbers.set(object, number);
  return number;
}

/** Writes values as text. A file is written as its number. */
function print(values: readonly unknown[]): string {
  return JSON.stringify(values, (_, value: unknown) =>
    value instanceof Blob ? { file: numberOf(value) } : value,
  );
}

/** Runs a function until all promised choices that it needs are known. */
export async function settled<Result>(offers: Offers | undefined, run: () => Result): Promise<Result> {
  let result = run();
  while (await offers?.settle()) result = run();
  return result;
}
