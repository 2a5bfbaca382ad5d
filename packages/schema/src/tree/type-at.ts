import type { z } from "zod";

/** The type inside wrappers: `z.ZodNumber` for `z.number().optional()`. For a pipe: its first type. */
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

/** A type with another inside its wrappers: `z.ZodOptional<z.ZodString>` for `z.number().optional()` and `z.string()`. */
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
 * The type at a path: `TypeAt<typeof Preset, "cycles.*.*.angle">` is `z.ZodNumber`. If several match, their union.
 *
 * It is `never` for a missing path, and `z.ZodType` for a path with `**` or a backslash, or of type `string`.
 */
export type TypeAt<T, P extends string> =
  IsPlain<P> extends false
    ? z.ZodType
    : P extends ""
      ? T
      : P extends `${infer K}.${infer Rest}`
        ? TypeAt<PartAt<Inside<T>, K>, Rest>
        : PartAt<Inside<T>, P>;

/** A type with the types at a path replaced. If the compiler can't follow the path, a type of the same kind. */
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

/** True if the compiler can follow the path. */
type IsPlain<P extends string> = string extends P
  ? false
  : P extends `${string}${"**" | "\\"}${string}`
    ? false
    : true;

/** The types of the parts with a name. Distributes over unions. */
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

/** Restricts a changed type to zod types: the compiler can't see this through the recursion. */
type Type<T> = T extends z.core.$ZodType ? T : never;

/**
 * Casts a changed type to its computed type.
 *
 * The types above describe the functions on zod types, but the compiler can't prove that they agree.
 */
export function followed<T>(made: unknown): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- tests of types compare the two
  return made as T;
}
