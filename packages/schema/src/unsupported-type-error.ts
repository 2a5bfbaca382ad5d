/** Thrown for a zod type that a form can't hold, when its schema is compiled. */
export class UnsupportedTypeError extends Error {
  override readonly name = "UnsupportedTypeError";
  /** The type as written in zod, such as `z.promise()`. */
  readonly type: string;
  /** Dotted path in the schema; `*` is an array's item. Empty at the root. */
  readonly path: string;
  /** The reason that the type can't be held, as a sentence without its full stop. */
  readonly reason: string;

  /** @param instead A sentence with a replacement for the type */
  constructor(type: string, path: string, reason: string, instead: string) {
    super(`${path ? `Field "${path}"` : "The schema"} is a ${type}: ${reason}. ${instead}`);
    this.type = type;
    this.path = path;
    this.reason = reason;
  }
}
