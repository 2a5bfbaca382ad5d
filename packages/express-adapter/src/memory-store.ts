import { parseDuration } from "./duration.ts";
import { HttpError } from "./http-error.ts";
import { parseSize } from "./size.ts";
import { newUploadId, sweepEvery, type StoreOptions, type Upload, type UploadStore } from "./upload-store.ts";

/** Options of `memoryStore()`. */
export interface MemoryStoreOptions extends StoreOptions {
  /** Bytes of all uploads together: a number or a text like `"64mb"` (the default). Past it, an upload is a 503. */
  readonly maxSize?: number | string;
}

interface Kept {
  readonly upload: Upload;
  readonly owner: string;
  expires: number;
}

/**
 * Makes a store that keeps uploads in the process's memory: for tests, and for small files on one process.
 *
 * @throws TypeError where an option is none
 */
export function memoryStore(options: MemoryStoreOptions = {}): UploadStore {
  const ttl = parseDuration("memoryStore({ ttl })", options.ttl ?? "1h");
  const maxSize = parseSize("maxSize", options.maxSize ?? "64mb", "memoryStore");
  const uploads = new Map<string, Kept>();
  let used = 0; // what is on its way included

  function forget(id: string): void {
    used -= uploads.get(id)?.upload.size ?? 0;
    uploads.delete(id);
  }

  function sweep(): void {
    for (const [id, { expires }] of uploads) if (expires <= Date.now()) forget(id);
  }
  sweepEvery(ttl, sweep);

  return {
    async save(content, { name, type, owner }) {
      sweep();
      const chunks: Uint8Array[] = [];
      let size = 0;
      try {
        for await (const chunk of content) {
          if (used + chunk.length > maxSize)
            throw new HttpError(503, "There is no room for uploads just now");
          size += chunk.length;
          used += chunk.length;
          chunks.push(Uint8Array.from(chunk));
        }
      } catch (error) {
        used -= size;
        throw error;
      }
      const blob = new Blob(chunks);
      const id = newUploadId();
      const read = (start: number, end: number): AsyncIterable<Uint8Array> => blob.slice(start, end).stream();
      const upload: Upload = { id, name, type, size, lastModified: Date.now(), read };
      uploads.set(id, { upload, owner, expires: Date.now() + ttl });
      return upload;
    },

    async find(id, owner) {
      sweep();
      const kept = uploads.get(id);
      if (kept === undefined || kept.owner !== owner) return undefined;
      kept.expires = Date.now() + ttl;
      return kept.upload;
    },

    async remove(id) {
      forget(id);
    },
  };
}
