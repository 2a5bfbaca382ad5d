/**
 * A helper of an application's own: it gets the values it is called with, and then {@link HelperOptions}.
 *
 *     const helpers = { upper: (text: string) => text.toUpperCase() };
 *
 * What an inline helper returns is escaped, but for objects with a method `toHTML`; what a block helper returns is HTML.
 * `this` is the context, where it is a `function`.
 */
// The type of a method, because only of those the parameters may be narrower than unknown.
export type Helper = { helper(this: unknown, ...given: readonly unknown[]): unknown }["helper"];

/** What a helper gets after its values. */
export interface HelperOptions {
  /** Name of the helper. */
  readonly name: string;
  /** Values by keys: `key=value`. */
  readonly hash: Readonly<Record<string, unknown>>;
  /** What templates read by `@`: `root`, `index`, `key`, `first`, `last`. */
  readonly data: Data;
  /** Draws the block with a context; undefined where the helper has none. */
  readonly fn?: DrawBlock;
  /** Draws what stands behind the block's `{{else}}`. */
  readonly inverse?: DrawBlock;
}

/** Values by names, for templates to read by `@`. */
export type Data = Readonly<Record<string, unknown>>;

/**
 * Draws a block.
 *
 * @param context What names in the block are looked up in
 * @param options `data` in place of the data around, `{ ...options.data, more }`, and values for the names that the block
 *   gives (`as |name|`)
 */
export type DrawBlock = (
  context: unknown,
  options?: { readonly data?: Data; readonly blockParams?: readonly unknown[] },
) => string;
