/** Thrown for a path that the schema or the data does not have. */
export class PathError extends Error {
  override readonly name = "PathError";
  /** Written by `joinPath`. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}
