import type { z } from "zod";

/*
 * Paths of a schema as types, so that the compiler refuses a misspelt path and editors complete it.
 *
 * They follow the schema's input, because a form has its fields where a schema reads values, whatever a transform makes of them.
 * One type walks the input; the others say how a list's items are written.
 */

/** A path that the compiler does not check; made by {@link path}. */
export type DynamicPath = string & { readonly [DYNAMIC]: true };

declare const DYNAMIC: unique symbol;

/**
 * Returns a path that the compiler does not check, for one that your program computes. It is checked when it is used.
 *
 *     page.field(path(`answers.${question.id}`))
 */
export function path(text: string): DynamicPath {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the mark exists for the compiler alone
  return text as DynamicPath;
}

/** A path into the data of a schema, such as `` `moves.${number}.angle` ``. */
export type FieldPath<S> = PathsIn<InputOf<S>, `${number}`>;

/** An example of each {@link FieldPath}, with the first item of each list. Editors complete these. */
export type FieldPathExample<S> = PathsIn<InputOf<S>, "0">;

/** A path in the output of a schema, such as `` `moves.${number}.angle` ``. `""` is the root. */
export type ChangedPath<S> = "" | PathsIn<OutputOf<S>, `${number}`>;

/**
 * A path given to a page. The empty type keeps the examples in the union, where a template such as `` `moves.${number}` `` would take
 * them up: editors would complete no path inside a list.
 */
export type GivenPath<S> = FieldPathExample<S> | (FieldPath<S> & Record<never, never>) | DynamicPath;

/** A pattern of paths for widgets, such as `moves.*.angle`. Patterns with `**` are not checked. */
export type WidgetPath<S> = "*" | PathsIn<InputOf<S>, "*"> | `${string}**${string}`;

/** Messages by path; `""` is the form itself. */
export type ErrorsAt<S> = { readonly [P in FieldPath<S> | ""]?: Messages } & {
  readonly [P in FieldPathExample<S>]?: Messages;
};

/** One message of a field, or several. */
type Messages = string | readonly string[];

/** A value with any of its parts left out. Objects with methods, such as dates and files, are whole. */
export type DeepPartial<T> = unknown extends T
  ? T
  : T extends Single | ReadonlySet<unknown> | ReadonlyMap<unknown, unknown>
    ? T
    : T extends readonly unknown[]
      ? { readonly [K in keyof T]?: DeepPartial<T[K]> }
      : Extract<T[keyof T], Method> extends never
        ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined }
        : T;

type InputOf<S> = S extends z.core.$ZodType ? z.input<S> : unknown;
type OutputOf<S> = S extends z.core.$ZodType ? z.output<S> : unknown;

/** Levels below which paths are not checked, so that a recursive schema has few. */
type Levels = [1, 1, 1, 1, 1, 1, 1, 1];

/** The paths in a value. `Item` stands for an item of a list. */
type PathsIn<T, Item extends string, Left extends readonly 1[] = Levels> = unknown extends T
  ? string
  : T extends Single
    ? never
    : T extends readonly (infer Each)[]
      ? number extends T["length"]
        ? Path<Item, Each, Item, Left>
        : { [K in keyof T & `${number}`]: Path<K, T[K], Item, Left> }[keyof T & `${number}`]
      : T extends ReadonlySet<infer Each>
        ? Path<Item, Each, Item, Left>
        : T extends ReadonlyMap<unknown, unknown>
          ? string
          : // An object with methods, such as a date or a file, is a single value.
            Extract<T[keyof T], Method> extends never
            ? { [K in keyof T & (string | number)]: Path<`${K}`, T[K], Item, Left> }[keyof T &
                (string | number)]
            : never;

/** The path of a part, and those inside it. */
type Path<Key extends string, T, Item extends string, Left extends readonly 1[]> = Left extends readonly [
  1,
  ...infer Rest extends readonly 1[],
]
  ? Key | `${Key}.${PathsIn<T, Item, Rest>}`
  : Key | `${Key}.${string}`;

type Single = string | number | bigint | boolean | symbol | null | undefined | Method;
type Method = (...given: never) => unknown;

/** Types the changed paths of a value. They lead into the output of the schema. */
export function typedPaths<S>(paths: readonly string[]): readonly ChangedPath<S>[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return paths as readonly ChangedPath<S>[];
}
