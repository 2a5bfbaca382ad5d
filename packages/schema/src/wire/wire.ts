/**
 * Reads and writes a leaf's text. It is Colander's SchemaType, reduced to two functions.
 *
 * Set one for a zod type with `.meta({ wire })`.
 */
export interface Wire<T = unknown> {
  /**
   * Reads a text.
   *
   * @returns the value, or the unchanged text if it can't be read; zod then reports an error at its place
   */
  decode(text: string): T | string;
  /** Writes a value as text for `decode`. */
  encode(value: T): string;
}

/** Writes a value as text. The value must be of the wire's own type. */
export function encode(wire: AnyWire, value: unknown): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- callers give what the wire's own type accepts
  return wire.encode(value as never);
}

/** A wire for values of any type, as stored in metadata. */
export interface AnyWire {
  decode(text: string): unknown;
  encode(value: never): string;
}
