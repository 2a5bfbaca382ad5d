/** Thrown for a zod type that a form can't hold, when its schema is compiled. */
export class UnsupportedTypeError extends Error {
  override readonly name = "UnsupportedTypeError";
  /** zod's name for the type. */
  readonly type: string;
  /** Dotted path in the schema; `*` is an array's item. */
  readonly path: string;

  constructor(type: string, path: string) {
    super(
      `A form can't hold the type ${type}${path ? ` (at "${path}")` : ""}. Use another type, or set .meta({ wire: { decode, encode } })`,
    );
    this.type = type;
    this.path = path;
  }
}
