/** A zod type that cannot stand in a form, found when its schema is compiled. */
export class UnsupportedTypeError extends Error {
  override readonly name = "UnsupportedTypeError";
  /** zod's name of the type. */
  readonly type: string;
  /** Where in the schema it stands, dotted; `*` is an array's item. */
  readonly path: string;

  constructor(type: string, path: string) {
    super(
      `A form can't hold the type ${type}${path ? ` (at "${path}")` : ""}: a string has no way to become one`,
    );
    this.type = type;
    this.path = path;
  }
}
