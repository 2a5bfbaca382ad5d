/** A schema with deferred parts is used before it is bound: a mistake in the program. */
export class UnboundError extends Error {
  override readonly name = "UnboundError";
  /** Where deferred parts stand, as dotted paths with what is deferred there. */
  readonly places: readonly string[];

  constructor(places: readonly string[]) {
    super(`The schema has deferred parts (${places.join(", ")}): use what its bind(bindings) gives`);
    this.places = places;
  }
}
