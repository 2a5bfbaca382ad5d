/** Thrown when presets would become more than a store keeps. */
export class FullStoreError extends Error {
  override readonly name = "FullStoreError";
  readonly limit: number;

  constructor(limit: number, added: number) {
    super(
      `At most ${limit} presets are kept, and ${added === 1 ? "one more does" : `${added} more do`} not fit: delete some first`,
    );
    this.limit = limit;
  }
}
