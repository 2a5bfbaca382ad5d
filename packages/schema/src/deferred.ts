/** What a schema is bound to: whatever an application knows at the time of a request only. */
export type Bindings = object;

/** Metadata that is made when a schema is bound. */
export class Deferred {
  readonly make: (bindings: never) => unknown;

  constructor(make: (bindings: never) => unknown) {
    this.make = make;
  }
}

/**
 * Puts off a piece of metadata until the schema is bound.
 *
 *     z.string().meta({ title: deferred((b: { user: string }) => `Colour for ${b.user}`) })
 *     schema(type).bind({ user: "Ann" })
 *
 * For what is not metadata (checks, choices, fields that come and go) a type's `onBind` makes another type.
 *
 * @param make Gets the bindings and gives the value
 * @returns what stands for the value until then; it has the value's type only for the compiler
 */
export function deferred<T, B = Readonly<Record<string, unknown>>>(make: (bindings: B) => T): T {
  // The metadata has the type that it will have. No one sees it before a schema is bound, which `UnboundError` holds.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return new Deferred(make) as T;
}
