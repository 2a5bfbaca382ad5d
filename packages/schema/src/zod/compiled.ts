import { z } from "zod";
import { type Containment, leafContainment } from "../containment.ts";
import type { Kind } from "../kind.ts";
import type { Faults } from "./faults.ts";
import type { Metadata } from "../metadata.ts";

/** Limits that a schema puts on a value and that HTML can say as well. */
export interface Constraints {
  /** Smallest and largest number or date, inclusive; of a time or any other text, a text. */
  readonly min?: number | Date | string;
  readonly max?: number | Date | string;
  /** A number is a multiple of it. */
  readonly step?: number;
  /** Characters of a text, items of an array or a set. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** A text's or number's format by zod's name: `email`, `url`, `date`, `safeint`, … */
  readonly format?: string;
  /** Digits after the second's point of an ISO time, or of a date and time: 0 for none, -1 for none and no seconds. */
  readonly precision?: number;
  /** The zone that an ISO date and time names: always `Z`, any offset, or possibly none. */
  readonly zone?: "utc" | "offset" | "local";
  /** What a text must match. */
  readonly pattern?: RegExp;
  /** MIME types of a file. */
  readonly mime?: readonly string[];
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
 * Compiling happens once; the methods run for every post and every page.
 */
export interface Compiled {
  readonly kind: Kind;
  /** The user's own type. */
  readonly type: z.core.$ZodType;
  /** Metadata of the type and of what it wraps, the outer winning. */
  readonly meta: Metadata;
  /** Whether it is written as one text or file. */
  readonly isLeaf: boolean;
  /** Whether a missing value is an error. */
  readonly required: boolean;
  /** What a missing value becomes before zod sees it: null for a bare `.nullable()`. */
  readonly absent: null | undefined;
  /** Whether a missing item of a sequence is left out, as `.optional()` asks for. */
  readonly droppable: boolean;
  readonly constraints: Constraints;
  readonly choices: readonly Choice[] | undefined;
  /** Name of the field that tells a union's options apart. */
  readonly discriminator: string | undefined;
  /** True for an object that keeps names that it has no fields for. */
  readonly isLoose: boolean;
  /** How it holds its parts. */
  readonly containment: Containment;
  /** Its parts with their names. */
  readonly children: readonly Child[];
  /** A record's or map's pair of key and value. */
  readonly entry: Compiled | undefined;
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
   * @param faults Collects what is not of its type, where it is to be refused
   * @returns undefined where there is nothing to show
   */
  serialize(value: unknown, faults?: Faults): unknown;
  /** Whether a value looks like one of this type: enough to tell a union's options apart when they are shown. */
  accepts(value: unknown): boolean;
}

/** A part of a type, with its name: a field's key, a tuple's position. */
type Child = readonly [name: string, child: Compiled];

/** Compiles a type found inside another; the name says where, for errors. */
export type CompileInner = (type: z.core.$ZodType, name: string) => Compiled;

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

/** A compiled type that differs from another in some parts; the rest is asked for when it is needed. */
export function derive(inner: Compiled, changes: Partial<Compiled>): Compiled {
  return Object.create(inner, Object.getOwnPropertyDescriptors(changes)) satisfies Compiled;
}

/** Metadata of a type, over that of the type it wraps. */
export function metadataOf(type: z.core.$ZodType, inner: Metadata = {}): Metadata {
  return { ...inner, ...z.globalRegistry.get(type) };
}

/**
 * Decodes a value, a missing one included.
 *
 * @returns what zod is to parse in its place
 */
export function decodeOrAbsent(compiled: Compiled, value: unknown): unknown {
  const decoded = compiled.decode(value);
  return decoded === undefined ? compiled.absent : decoded;
}

/** What stands for a value of another shape than a container's: texts are shown again, and zod names the rest. */
export function misfit(value: unknown): unknown {
  return value instanceof File ? value.name : value;
}
