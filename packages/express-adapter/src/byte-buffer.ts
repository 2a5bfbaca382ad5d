/**
 * Collects bytes in one piece of memory, which doubles when it is full.
 *
 * A list of chunks would hold an object for each chunk: much more than the bytes, if a sender writes them one by one.
 */
export class ByteBuffer {
  #bytes: Buffer<ArrayBuffer> = Buffer.alloc(0);
  length = 0;

  add(chunk: Uint8Array): void {
    const length = this.length + chunk.length;
    if (length > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(length, 2 * this.#bytes.length));
      this.#bytes.copy(larger, 0, 0, this.length);
      this.#bytes = larger;
    }
    this.#bytes.set(chunk, this.length);
    this.length = length;
  }

  /** Returns all added bytes, without a copy. */
  bytes(): Buffer<ArrayBuffer> {
    return this.#bytes.subarray(0, this.length);
  }
}
