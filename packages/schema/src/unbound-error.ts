/** Thrown by a schema with deferred parts that is used before it is bound. */
export class UnboundError extends Error {
  override readonly name = "UnboundError";
  /** Dotted paths of the deferred parts, each ending in the metadata's name. */
  readonly places: readonly string[];

  constructor(places: readonly string[]) {
    super(
      `The schema has deferred parts (${places.join(", ")}). Call bind(bindings) and use the schema it returns`,
    );
    this.places = places;
  }
}
