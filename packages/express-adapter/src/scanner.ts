import { unreadable } from "./unreadable.ts";

/** Smallest chunk, in bytes, that is not copied to look for a mark across two chunks. */
const LONG = 4096;

/** Cuts a stream of bytes at marks, however it comes in chunks. Holds one chunk, and what a mark may begin with. */
export class Scanner {
  readonly #chunks: AsyncIterator<Buffer, void>;
  /** Bytes that were read and not yielded yet. */
  #rest: Buffer;

  /** @param start Bytes that stand before the first chunk */
  constructor(chunks: AsyncIterator<Buffer, void>, start: Buffer) {
    this.#chunks = chunks;
    this.#rest = start;
  }

  /**
   * Reads as far as a mark, and past it.
   *
   * @yields the bytes before the mark, in pieces
   * @throws HttpError 400 where the mark does not come
   */
  async *until(mark: Buffer): AsyncGenerator<Buffer, void> {
    for (;;) {
      const at = this.#rest.indexOf(mark);
      if (at === 0) {
        this.#take(mark.length);
        return;
      }
      // Without a mark, it may have begun in the last bytes
      const certain = at > 0 ? at : this.#rest.length - mark.length + 1;
      if (certain > 0) {
        yield this.#take(certain);
        continue;
      }
      const tail = this.#rest;
      const chunk = await this.#nextChunk();
      const seam = Buffer.concat([tail, chunk.subarray(0, mark.length - 1)]);
      // A long chunk is not copied, since copies of large files pile up until memory is collected
      if (chunk.length < LONG || seam.includes(mark)) this.#rest = Buffer.concat([tail, chunk]);
      else {
        this.#rest = chunk;
        if (tail.length > 0) yield tail;
      }
    }
  }

  /**
   * Returns the next bytes, as characters, without taking them.
   *
   * @throws HttpError 400 where there are fewer
   */
  async peek(length: number): Promise<string> {
    while (this.#rest.length < length) this.#rest = Buffer.concat([this.#rest, await this.#nextChunk()]);
    return this.#rest.toString("latin1", 0, length);
  }

  /**
   * Reads all that is left.
   *
   * @yields it, in pieces
   */
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
    if (done) throw unreadable("it ends too early");
    return value;
  }
}
