/** Thrown when a preset in the database isn't JSON or doesn't fit the schema. */
export class StoredPresetError extends Error {
  override readonly name = "StoredPresetError";
  /** Lets the error page show the message. */
  readonly expose = true;
  readonly id: number;

  constructor(id: number, problem: string, options?: ErrorOptions) {
    super(`Preset ${id} in the database can't be read: ${problem}`, options);
    this.id = id;
  }
}
