import type { z } from "zod";

/**
 * What stands inside a type's wrappers: `z.ZodNumber` for `z.number().optional()`; the first type of a pipe.
 */
export type Inside<T> = T extends
  | z.ZodOptional<infer I>
  | z.ZodNullable<infer I>
  | z.ZodDefault<infer I>
  | z.ZodPrefault<infer I>
  | z.ZodCatch<infer I>
  | z.ZodReadonly<infer I>
  | z.ZodNonOptional<infer I>
  | z.ZodLazy<infer I>
  ? Inside<I>
  : T extends z.ZodPreprocess<infer O>
    ? Inside<O>
    : T extends z.ZodPipe<infer I, infer _>
      ? Inside<I>
      : T;

/** A type with another in its wrappers: `z.ZodOptional<z.ZodString>` for `z.number().optional()` and `z.string()`. */
export type WithInside<T, N> =
  T extends z.ZodOptional<infer I>
    ? z.ZodOptional<Type<WithInside<I, N>>>
    : T extends z.ZodNullable<infer I>
      ? z.ZodNullable<Type<WithInside<I, N>>>
      : T extends z.ZodDefault<infer I>
        ? z.ZodDefault<Type<WithInside<I, N>>>
        : T extends z.ZodPrefault<infer I>
          ? z.ZodPrefault<Type<WithInside<I, N>>>
          : T extends z.ZodCatch<infer I>
            ? z.ZodCatch<Type<WithInside<I, N>>>
            : T extends z.ZodReadonly<infer I>
              ? z.ZodReadonly<Type<WithInside<I, N>>>
              : T extends z.ZodNonOptional<infer I>
                ? z.ZodNonOptional<Type<WithInside<I, N>>>
                : T extends z.ZodLazy<infer I>
                  ? z.ZodLazy<Type<WithInside<I, N>>>
                  : T extends z.ZodPreprocess<infer O>
                    ? z.ZodPreprocess<Type<WithInside<O, N>>>
                    : T extends z.ZodCodec<infer I, infer O>
                      ? z.ZodCodec<Type<WithInside<I, N>>, O>
                      : T extends z.ZodPipe<infer I, infer O>
                        ? z.ZodPipe<Type<WithInside<I, N>>, O>
                        : N;

/**
 * The type at a path, a union where several match: `TypeAt<typeof Preset, "cycles.*.*.angle">` is `z.ZodNumber`.
 *
 * `never` where there is none; `z.ZodType` where the compiler can't tell: a path with `**` or a backslash, or a `string`.
 */
export type TypeAt<T, P extends string> =
  IsPlain<P> extends false
    ? z.ZodType
    : P extends ""
      ? T
      : P extends `${infer K}.${infer Rest}`
        ? TypeAt<PartAt<Inside<T>, K>, Rest>
        : PartAt<Inside<T>, P>;

/** A type in which all that stands at a path is replaced; a type of the same kind where the compiler can't tell. */
export type WithTypeAt<T, P extends string, N> =
  IsPlain<P> extends false
    ? T extends z.ZodObject
      ? z.ZodObject
      : z.ZodType
    : P extends ""
      ? N
      : P extends `${infer K}.${infer Rest}`
        ? WithInside<T, WithPartAt<Inside<T>, K, Rest, N>>
        : WithInside<T, WithPartAt<Inside<T>, P, "", N>>;

/** Whether the compiler can follow a path. */
type IsPlain<P extends string> = string extends P
  ? false
  : P extends `${string}${"**" | "\\"}${string}`
    ? false
    : true;

/** The types of an inside-out type's parts of a name. Distributes over unions. */
type PartAt<T, K extends string> =
  T extends z.ZodObject<infer Shape>
    ? Shape[K extends "*" ? keyof Shape : K & keyof Shape]
    : T extends z.ZodArray<infer E> | z.ZodSet<infer E>
      ? E
      : T extends z.ZodTuple<infer Items, infer Rest>
        ? K extends keyof Items
          ? Items[K]
          : K extends "*"
            ? Items[number] | NonNullable<Rest>
            : NonNullable<Rest>
        : T extends z.ZodRecord<infer _, infer V>
          ? V
          : T extends z.ZodMap<infer Key, infer V>
            ? { key: Key; value: V; "*": Key | V }[K & ("key" | "value" | "*")]
            : T extends z.ZodUnion<infer Options>
              ? PartAt<Inside<Options[number]>, K>
              : never;

type WithPartAt<T, K extends string, Rest extends string, N> =
  T extends z.ZodObject<infer Shape, infer Config>
    ? z.ZodObject<
        { [F in keyof Shape]: Type<K extends F | "*" ? WithTypeAt<Shape[F], Rest, N> : Shape[F]> },
        Config
      >
    : T extends z.ZodArray<infer E>
      ? z.ZodArray<Type<WithTypeAt<E, Rest, N>>>
      : T extends z.ZodSet<infer E>
        ? z.ZodSet<Type<WithTypeAt<E, Rest, N>>>
        : T extends z.ZodRecord<infer Key, infer V>
          ? z.ZodRecord<Key, Type<WithTypeAt<V, Rest, N>>>
          : z.ZodType;

/** What a change makes of a type is a type: the compiler can't see it through the recursion. */
type Type<T> = T extends z.core.$ZodType ? T : never;

/**
 * Takes the compiler's word for the type of what has been made.
 *
 * The types above say what the functions on zod types do, but nothing could prove that they agree.
 */
export function followed<T>(made: unknown): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- tests of types compare the two
  return made as T;
}
