import { z } from "zod";
import { type Containment, leafContainment } from "../containment.ts";
import type { Kind } from "../kind.ts";
import type { Faults } from "./faults.ts";
import { hasFields } from "../has-fields.ts";
import type { Nothing } from "../left-out.ts";
import type { Metadata } from "../metadata.ts";

/** Limits of a value that HTML can express too. */
export interface Constraints {
  /** Smallest number, date or text (such as a time), inclusive. */
  readonly min?: number | Date | string;
  readonly max?: number | Date | string;
  /** The number is a multiple of it. */
  readonly step?: number;
  /** Limit in characters of a text, or items of an array or set. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** zod's name for the format of a text or number: `email`, `url`, `date`, `safeint`, … */
  readonly format?: string;
  /** Digits after the seconds of an ISO time or datetime: 0 for none, -1 for no seconds either. */
  readonly precision?: number;
  /** Zone of an ISO datetime: always `Z`, any offset, `Z` or none, or anything of these. */
  readonly zone?: "utc" | "offset" | "local" | "any";
  /** The text matches it. */
  readonly pattern?: RegExp;
  /** MIME types of a file. */
  readonly mime?: readonly string[];
}

/** A value of a closed set. */
export interface Choice {
  /** The posted text. */
  readonly text: string;
  readonly value: unknown;
  /** Title of the value. Default: the text in words. */
  readonly title?: string | undefined;
}

/**
 * A zod type compiled for forms.
 *
 * Compiling happens once; the methods run for every post and every page.
 */
export interface Compiled {
  readonly kind: Kind;
  /** The user's own type. */
  readonly type: z.core.$ZodType;
  /** Metadata of the type and of its inner types. The outermost wins. */
  readonly meta: Metadata;
  /** True if a value is written as one text or file. */
  readonly isLeaf: boolean;
  /** True if a missing value is an error. */
  readonly required: boolean;
  /** Replaces a missing value before zod sees it: null for a bare `.nullable()`, `""` for a text that may be empty. */
  readonly absent: "" | null | undefined;
  /** True if a missing item of a sequence is left out, as with `.optional()`. */
  readonly droppable: boolean;
  /** Values of a field that is left out: undefined for `.optional()`, null for `.nullable()`, or both. None if a default replaces them. */
  readonly leftOutValues: readonly Nothing[];
  readonly constraints: Constraints;
  readonly choices: readonly Choice[] | undefined;
  /** Name of the field with a union's tag. */
  readonly discriminator: string | undefined;
  /** True for an object that keeps unknown names. */
  readonly isLoose: boolean;
  readonly containment: Containment;
  readonly children: readonly Child[];
  /** The pair of key and value of a record or map. */
  readonly entry: Compiled | undefined;
  /** The zod type that parses decoded values. */
  readonly executable: z.core.$ZodType;
  /**
   * Turns strings into values. Wires read the texts of leaves; a text that can't be read stays unchanged.
   *
   * @returns undefined for a missing value
   */
  decode(value: unknown): unknown;
  /**
   * Turns values into the strings that a form shows, valid or not.
   *
   * @param faults Collects values of the wrong type, for a strict serialization
   * @returns undefined if there is nothing to show
   */
  serialize(value: unknown, faults?: Faults): unknown;
  /** Returns the strings of a new value. An optional group has some too, although it is left out at first. */
  fresh(): unknown;
  /** Returns true if a value looks like one of this type. Used to select a union's option for showing. */
  accepts(value: unknown): boolean;
  /**
   * Adds the control that chooses an option to data from JSON. Undefined for a type without such a control.
   *
   * @param data An object
   */
  withOption?(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

/** A part of a type with its name: a field's key or a tuple's position. */
type Child = readonly [name: string, child: Compiled];

/** Compiles a type inside another. Errors contain its name. */
export type Compile = (type: z.core.$ZodType, name: string) => Compiled;

type Essentials = Pick<Compiled, "kind" | "type" | "executable" | "decode" | "serialize" | "accepts"> &
  Partial<Compiled>;

/** Completes a compiled type by what holds for most: required, no limits, no parts. */
export function compiled(essentials: Essentials): Compiled {
  return {
    meta: metadataOf(essentials.type),
    isLeaf: false,
    required: true,
    absent: undefined,
    droppable: false,
    leftOutValues: [],
    fresh() {
      return this.serialize(undefined);
    },
    constraints: {},
    choices: undefined,
    discriminator: undefined,
    isLoose: false,
    containment: leafContainment,
    children: [],
    entry: undefined,
    ...essentials,
  };
}

/** Returns a compiled type that overrides some properties of another and inherits the rest. */
export function derive(inner: Compiled, changes: Partial<Compiled>): Compiled {
  return Object.create(inner, Object.getOwnPropertyDescriptors(changes)) satisfies Compiled;
}

/** Returns the metadata of a type, over that of its inner type. */
export function metadataOf(type: z.core.$ZodType, inner: Metadata = {}): Metadata {
  return { ...inner, ...z.globalRegistry.get(type) };
}

/**
 * Decodes a value. Replaces a missing one by `absent`.
 */
export function decodeOrAbsent(compiled: Compiled, value: unknown): unknown {
  const decoded = compiled.decode(value);
  return decoded === undefined ? compiled.absent : decoded;
}

/**
 * Removes `length` and `size` from a mapping posted instead of a text or file. zod compares them with the limits of the type
 * even if the type is wrong, and comparing a mapping with a number throws.
 */
export function unmeasured(value: unknown): unknown {
  if (!hasFields(value) || !("length" in value || "size" in value)) return value;
  const { length: _, size: __, ...rest } = { length: undefined, size: undefined, ...value };
  return Object.assign(Object.create(null), rest);
}
