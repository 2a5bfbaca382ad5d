/** Values for the deferred parts of a schema, which an application knows only during a request. */
export type Bindings = object;

/** A piece of metadata that is computed when the schema is bound. */
export class Deferred {
  readonly make: (bindings: never) => unknown;

  constructor(make: (bindings: never) => unknown) {
    this.make = make;
  }
}

/**
 * Defers a piece of metadata until the schema is bound.
 *
 *     z.string().meta({ title: deferred((b: { user: string }) => `Colour for ${b.user}`) })
 *     schema(type).bind({ user: "Ann" })
 *
 * To change checks, choices or fields instead of metadata, use a type's `onBind`.
 *
 * @param make Computes the value from the bindings
 * @returns a placeholder for the value; only the compiler takes it for one
 */
export function deferred<T, B = Readonly<Record<string, unknown>>>(make: (bindings: B) => T): T {
  // The placeholder is typed as the later value. An unbound schema throws UnboundError, so nobody reads it too early.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return new Deferred(make) as T;
}
