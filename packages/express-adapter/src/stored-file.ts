import { ReadableStream } from "node:stream/web";
import type { Upload, UploadStore } from "./upload-store.ts";

/**
 * An uploaded file that stands in an `UploadStore`: a `File` for everybody who asks it, `z.file()` included.
 *
 *     await pipeline(value.photo.stream(), createWriteStream(path)); // keep it: the store's own copy expires
 *
 * The content is read from the store when asked for, never held here. What looks into a `File` without asking it, such
 * as `structuredClone()`, `new Blob([file])` or the `FormData` of `fetch`, finds an empty one: give it `arrayBuffer()`.
 */
export class StoredFile extends File {
  /** What the page posts to keep the file: of no use to anyone but its owner. */
  readonly id: string;
  /** SHA-256 of the content, in base64, where it came with this request; undefined for one that was kept. */
  readonly digest: string | undefined;
  declare readonly size: number;
  readonly #content: StoredBlob;
  readonly #store: UploadStore;

  constructor(upload: Upload, store: UploadStore, digest?: string) {
    super([], upload.name, { type: upload.type, lastModified: upload.lastModified });
    this.id = upload.id;
    this.digest = digest;
    this.#content = new StoredBlob(upload, 0, upload.size, upload.type);
    this.#store = store;
    showSize(this, upload.size);
  }

  /** The content, a chunk at a time. Whoever stops before the end cancels it, so that the file is closed. */
  override stream(): ReturnType<File["stream"]> {
    return this.#content.stream();
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return this.#content.arrayBuffer();
  }

  override text(): Promise<string> {
    return this.#content.text();
  }

  override slice(start?: number, end?: number, type?: string): Blob {
    return this.#content.slice(start, end, type);
  }

  /** Removes the file from the store before its time: for a file that has been copied, or is not wanted. */
  discard(): Promise<void> {
    return this.#store.remove(this.id);
  }
}

/** A range of an upload. */
class StoredBlob extends Blob {
  declare readonly size: number;
  readonly #upload: Upload;
  readonly #start: number;
  readonly #end: number;

  constructor(upload: Upload, start: number, end: number, type: string) {
    super([], { type });
    this.#upload = upload;
    this.#start = start;
    this.#end = end;
    showSize(this, end - start);
  }

  override stream(): ReadableStream {
    return ReadableStream.from(this.#upload.read(this.#start, this.#end));
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    const bytes = new Uint8Array(this.size);
    let length = 0;
    for await (const chunk of this.#upload.read(this.#start, this.#end)) {
      bytes.set(chunk, length);
      length += chunk.length;
    }
    return bytes.buffer;
  }

  override async text(): Promise<string> {
    return new TextDecoder().decode(await this.arrayBuffer());
  }

  override slice(start = 0, end: number = this.size, type = ""): Blob {
    const from = this.#start + position(start, this.size);
    const to = this.#start + position(end, this.size);
    return new StoredBlob(this.#upload, from, Math.max(from, to), type);
  }
}

/** A `Blob` knows the size of what it holds itself, which is nothing. */
function showSize(blob: Blob, size: number): void {
  Object.defineProperty(blob, "size", { value: size, enumerable: true });
}

/** Where an argument of `slice()` points to: from the end where it is negative. */
function position(relative: number, size: number): number {
  const at = Math.trunc(relative) || 0;
  return at < 0 ? Math.max(size + at, 0) : Math.min(at, size);
}
