import { unreadable } from "./unreadable.ts";

/** Smallest chunk, in bytes, that is not copied to find a mark across two chunks. */
const LONG = 4096;

/** Splits a stream of bytes at marks, which may cross chunks. Holds one chunk, and the possible beginning of a mark. */
export class Scanner {
  readonly #chunks: AsyncIterator<Buffer, void>;
  /** Bytes that were read but not yet yielded. */
  #rest: Buffer;

  /** @param start Bytes to put before the first chunk */
  constructor(chunks: AsyncIterator<Buffer, void>, start: Buffer) {
    this.#chunks = chunks;
    this.#rest = start;
  }

  /**
   * Reads up to and including a mark.
   *
   * @yields the bytes before the mark, in pieces
   * @throws HttpError 400 if the stream ends before the mark
   */
  async *until(mark: Buffer): AsyncGenerator<Buffer, void> {
    for (;;) {
      const at = this.#rest.indexOf(mark);
      if (at === 0) {
        this.#take(mark.length);
        return;
      }
      // If there is no mark, one may begin in the last bytes
      const certain = at > 0 ? at : this.#rest.length - mark.length + 1;
      if (certain > 0) {
        yield this.#take(certain);
        continue;
      }
      const tail = this.#rest;
      const chunk = await this.#nextChunk();
      const seam = Buffer.concat([tail, chunk.subarray(0, mark.length - 1)]);
      // A long chunk is not copied: copies of large files would pile up until memory is collected
      if (chunk.length < LONG || seam.includes(mark)) this.#rest = Buffer.concat([tail, chunk]);
      else {
        this.#rest = chunk;
        if (tail.length > 0) yield tail;
      }
    }
  }

  /**
   * Returns the next bytes as characters, and leaves them unread.
   *
   * @throws HttpError 400 if there are fewer
   */
  async peek(length: number): Promise<string> {
    while (this.#rest.length < length) this.#rest = Buffer.concat([this.#rest, await this.#nextChunk()]);
    return this.#rest.toString("latin1", 0, length);
  }

  /** @yields the rest of the stream, in pieces */
  async *end(): AsyncGenerator<Buffer, void> {
    yield this.#take(this.#rest.length);
    for (let next = await this.#chunks.next(); !next.done; next = await this.#chunks.next()) yield next.value;
  }

  #take(length: number): Buffer {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  async #nextChunk(): Promise<Buffer> {
    const { value, done } = await this.#chunks.next();
    if (done) throw unreadable("it ended too early");
    return value;
  }
}
