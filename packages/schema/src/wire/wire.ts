/**
 * How a leaf's value is written as text: Colander's SchemaType, reduced to its two directions.
 *
 * Give a zod type its own with `.meta({ wire })`.
 */
export interface Wire<T = unknown> {
  /**
   * Reads a text.
   *
   * @returns the value, or the text itself where it does not convert, so that zod reports it at its place
   */
  decode(text: string): T | string;
  /** Writes a value as the text that `decode` reads. */
  encode(value: T): string;
}

/** Writes a value as text. The wire and the type of its values belong together. */
export function encode(wire: AnyWire, value: unknown): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- callers give what the wire's own type accepts
  return wire.encode(value as never);
}

/** A wire of whatever type, as metadata holds it. */
export interface AnyWire {
  decode(text: string): unknown;
  encode(value: never): string;
}
