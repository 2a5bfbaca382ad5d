/** A path that leads nowhere, or data that can't stand where it says. */
export class PathError extends Error {
  override readonly name = "PathError";
  /** As `joinPath` writes it. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}
