import type { z } from "zod";
import type { Containment } from "../containment.ts";
import { hasFields } from "../has-fields.ts";
import { leftOut } from "../left-out.ts";
import { print } from "../print.ts";
import { isDecimal } from "../types/decimal.ts";
import type { Compiled } from "../zod/compiled.ts";
import { compile } from "../zod/compile.ts";
import { definitionOf } from "../zod/definition.ts";
import type { Faults } from "../zod/faults.ts";
import type { Operand, Test } from "./condition.ts";

/** Reads the posted values of one field for conditions. */
export class Reader {
  readonly #compiled: Compiled;
  #isGroup: boolean | undefined;
  #input: Compiled | undefined;
  readonly #tests = new Map<Test, (value: unknown) => boolean>();

  constructor(compiled: Compiled) {
    this.#compiled = compiled;
  }

  /** True for a group or list. It is filled or empty, and has no other value. */
  get isGroup(): boolean {
    return (this.#isGroup ??= isGroup(this.#compiled));
  }

  /** The type that reads the text. A pipe begins with it. */
  get input(): Compiled {
    return (this.#input ??= hasPipe(this.#compiled.type)
      ? compile(inputOf(this.#compiled.type)).root
      : this.#compiled);
  }

  /** Returns the typed value of a posted one. Returns undefined for a field that is empty or does not fit its type. */
  read(posted: unknown): unknown {
    if (posted === undefined || posted === null || posted === "" || leftOut(posted)) return undefined;
    if (this.isGroup) return isFilledGroup(posted, this.#compiled.containment.name) ? posted : undefined;
    if (this.#compiled.containment.name === "union")
      return typeof posted === "object" ? undefined : print(posted);
    const value = this.input.decode(posted);
    return value !== undefined && value !== null && value !== "" && this.input.accepts(value)
      ? value
      : undefined;
  }

  /**
   * Returns the text of a value, as the field posts it.
   *
   * @returns undefined if it is no value of the field's type
   */
  textOf(operand: Operand): string | undefined {
    if (this.isGroup) return undefined;
    const faults: Faults = { path: [], issues: [] };
    const text = this.#compiled.serialize(operand, faults);
    if (faults.issues.length > 0 || typeof text !== "string" || text === "") return undefined;
    return this.read(text) === undefined ? undefined : text;
  }

  /** Returns true if a limit can be compared with the field's values. Texts have no order, unless they are dates or times. */
  hasOrder(limit: Operand): boolean {
    return this.#key(this.#valueOf(limit)) !== undefined;
  }

  /** True if the field's values are texts. */
  get isText(): boolean {
    if (this.isGroup) return false;
    const { choices } = this.#compiled;
    return choices
      ? choices.some(({ value }) => typeof value === "string")
      : typeof this.read("a") === "string" || this.#isTimeText;
  }

  /** Evaluates a comparison of the field. */
  holds(test: Test, posted: unknown): boolean {
    let judge = this.#tests.get(test);
    if (!judge) this.#tests.set(test, (judge = this.#judge(test)));
    return judge(this.read(posted));
  }

  #judge(test: Test): (value: unknown) => boolean {
    if ("isFilled" in test) return (value) => value !== undefined;
    if ("isEmpty" in test) return (value) => value === undefined;
    if ("is" in test) return this.#equals([test.is]);
    if ("isOneOf" in test) return this.#equals(test.isOneOf);
    if ("isNot" in test) {
      const equals = this.#equals([test.isNot]);
      return (value) => !equals(value);
    }
    if ("matches" in test) {
      const { source, flags } = test.matches;
      const pattern = new RegExp(source, flags.replaceAll(/[gy]/g, ""));
      return (value) => typeof value === "string" && pattern.test(value);
    }
    const sign = "isAbove" in test ? 1 : -1;
    const limit = this.#key(this.#valueOf("isAbove" in test ? test.isAbove : test.isBelow));
    return (value) => {
      const key = this.#key(value);
      return key !== undefined && limit !== undefined && compare(key, limit) === sign;
    };
  }

  #equals(operands: readonly Operand[]): (value: unknown) => boolean {
    const values = operands.map((operand) => this.#valueOf(operand)).filter((value) => value !== undefined);
    return (value) => value !== undefined && values.some((other) => this.#areEqual(value, other));
  }

  #areEqual(value: unknown, other: unknown): boolean {
    if (Object.is(value, other)) return true;
    const [key, otherKey] = [orderKey(value), orderKey(other)];
    if (key !== undefined && otherKey !== undefined) return compare(key, otherKey) === 0;
    return typeof value === "object" && this.input.serialize(value) === this.input.serialize(other);
  }

  /** Returns an operand as the field reads it. */
  #valueOf(operand: Operand): unknown {
    const text = this.textOf(operand);
    return text === undefined ? undefined : this.read(text);
  }

  get #isTimeText(): boolean {
    const { kind, constraints } = this.input;
    return kind === "time" || TIME_FORMATS.has(constraints.format ?? "");
  }

  /** Returns the part of a value that orders it. */
  #key(value: unknown): OrderKey | undefined {
    if (typeof value !== "string") return orderKey(value);
    if (!this.#isTimeText) return undefined;
    const { format } = this.input.constraints;
    if (format === "date") return DATE.test(value) ? value : undefined;
    if (format !== "datetime") return TIME.test(value) ? value : undefined;
    const moment = Date.parse(ZONE.test(value) ? value : `${value}Z`);
    return Number.isNaN(moment) ? undefined : moment;
  }
}

function isGroup({ containment, discriminator }: Compiled): boolean {
  return containment.name !== "leaf" && (containment.name !== "union" || discriminator !== undefined);
}

const TIME_FORMATS: ReadonlySet<string> = new Set(["date", "time", "datetime"]);
const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;
const ZONE = /(?:Z|[+-]\d\d:?\d\d)$/i;

/** A value with an order. */
interface Comparable {
  compareTo(other: never): number;
}
type OrderKey = number | bigint | string | Comparable;

function orderKey(value: unknown): OrderKey | undefined {
  if (typeof value === "number" || typeof value === "bigint") return value;
  if (value instanceof Date) return value.getTime();
  return isDecimal(value) ? value : undefined;
}

function compare(value: OrderKey, other: OrderKey): number {
  if (isDecimal(value) && isDecimal(other)) return Math.sign(value.compareTo(other));
  return value > other ? 1 : value < other ? -1 : 0;
}

function isFilledGroup(posted: unknown, name: Containment["name"]): boolean {
  if (Array.isArray(posted)) return posted.length > 0;
  if (posted instanceof Set || posted instanceof Map) return posted.size > 0;
  // A record or map may be posted as a mapping. An object is there or left out.
  return hasFields(posted) && (name === "object" || name === "union" || Object.keys(posted).length > 0);
}

function hasPipe(type: z.core.$ZodType): boolean {
  const def = definitionOf(type);
  return def.type === "pipe" || ("innerType" in def && hasPipe(def.innerType));
}

/** Returns the type that reads the text: the first of a pipe, or the one after a `z.preprocess()`. */
function inputOf(type: z.core.$ZodType): z.core.$ZodType {
  const def = definitionOf(type);
  if (def.type === "pipe") return inputOf(definitionOf(def.in).type === "transform" ? def.out : def.in);
  return "innerType" in def ? inputOf(def.innerType) : type;
}
