import type { z } from "zod";
import type { Metadata } from "../metadata.ts";

/** What a schema node is, in the words that widgets choose by. */
export type Kind = "string" | "number" | "integer" | "boolean" | "enum" | "object" | "array";

/** Limits that a schema puts on a value and that HTML can say as well. */
export interface Constraints {
  /** Smallest and largest number, inclusive. */
  readonly min?: number;
  readonly max?: number;
  /** A number is a multiple of it. */
  readonly step?: number;
  /** Characters of a text, or items of an array. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** The text's format by zod's name: `email`, `url`, … */
  readonly format?: string;
  /** What a text must match. */
  readonly pattern?: RegExp;
}

/** One of the values that a closed set offers. */
export interface Choice {
  /** As it is written on the wire. */
  readonly text: string;
  readonly value: unknown;
}

/**
 * A zod type made ready for forms, wherever in a schema it stands.
 *
 * Compiling happens once; the members run for every post and every page.
 */
export interface Compiled {
  readonly kind: Kind;
  /** The user's own type. */
  readonly type: z.core.$ZodType;
  /** Metadata of the type and of what it wraps, the outer winning. */
  readonly meta: Metadata;
  /** Whether a missing value is an error. */
  readonly required: boolean;
  /** What a missing value becomes before zod sees it: null for a bare `.nullable()`. */
  readonly absent: null | undefined;
  /** Whether a missing item of a sequence is left out, as `.optional()` asks for. */
  readonly droppable: boolean;
  readonly constraints: Constraints;
  readonly choices?: readonly Choice[];
  /** Name and type of what it is made of: an object's fields, an array's item. */
  readonly children: readonly (readonly [name: string, child: Compiled])[];
  /** The zod type that decoded values are parsed by. */
  readonly executable: z.core.$ZodType;
  /**
   * Strings to values: the texts of leaves by their wires, the rest kept in shape, what does not convert left as it is.
   *
   * @returns undefined for a missing value
   */
  decode(value: unknown): unknown;
  /**
   * Values to strings: what a form shows for an appstruct, valid or not.
   *
   * @returns undefined where there is nothing to show
   */
  serialize(value: unknown): unknown;
}

/** Compiles a type found inside another. */
export type CompileInner = (type: z.core.$ZodType, name: string) => Compiled;

/**
 * Decodes a value, a missing one included.
 *
 * @returns what zod is to parse in its place
 */
export function decodeOrAbsent(compiled: Compiled, value: unknown): unknown {
  const decoded = compiled.decode(value);
  return decoded === undefined ? compiled.absent : decoded;
}
