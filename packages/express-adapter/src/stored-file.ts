import { ReadableStream } from "node:stream/web";
import type { Upload, UploadStore } from "./upload-store.ts";

/**
 * An uploaded file in an `UploadStore`. Its methods are a `File`'s, so `z.file()` accepts it.
 *
 *     await pipeline(value.photo.stream(), createWriteStream(path)); // keep it: the store's own copy expires
 *
 * The methods read the content from the store; the object does not hold it. Functions that bypass a `File`'s methods, such
 * as `structuredClone()`, `new Blob([file])` or the `FormData` of `fetch`, see an empty file: pass them `arrayBuffer()`.
 */
export class StoredFile extends File {
  /** The text that the page posts to keep the file. It works for the file's owner only. */
  readonly id: string;
  /** SHA-256 of the content, in base64, if the file came with this request; undefined for a kept file. */
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

  /** Returns the content as a stream. To stop before its end, cancel it, so that the file is closed. */
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

  /** Removes the file from the store before it expires: when you have copied it, or don't want it. */
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

/** Replaces the size of a `Blob`, which is 0 since it holds no content itself. */
function showSize(blob: Blob, size: number): void {
  Object.defineProperty(blob, "size", { value: size, enumerable: true });
}

/** Returns the position that an argument of `slice()` stands for. A negative one counts from the end. */
function position(relative: number, size: number): number {
  const at = Math.trunc(relative) || 0;
  return at < 0 ? Math.max(size + at, 0) : Math.min(at, size);
}
