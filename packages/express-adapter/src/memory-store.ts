import { ByteBuffer } from "./byte-buffer.ts";
import { parseDuration } from "./duration.ts";
import { Quota } from "./quota.ts";
import { parseSize } from "./size.ts";
import { newUploadId, sweepEvery, type StoreOptions, type Upload, type UploadStore } from "./upload-store.ts";

/** Options of `memoryStore()`. */
export interface MemoryStoreOptions extends StoreOptions {
  /** Bytes of all uploads together (default `"64mb"`). Past the limit, an upload is a 507. Each file counts 4 kB extra. */
  readonly maxTotal?: number | string;
  /** Bytes of one person's uploads (default `"32mb"`). Past the limit, an upload is a 507. */
  readonly maxPerOwner?: number | string;
}

interface StoredUpload {
  readonly upload: Upload;
  readonly owner: string;
  expires: number;
}

/**
 * Creates a store that keeps uploads in the process's memory: for tests, and for small files in a single process.
 *
 * @throws TypeError for an invalid option
 */
export function memoryStore(options: MemoryStoreOptions = {}): UploadStore {
  const ttl = parseDuration("memoryStore({ ttl })", options.ttl ?? "1h");
  const quota = new Quota({
    maxTotal: parseSize("maxTotal", options.maxTotal ?? "64mb", "memoryStore"),
    maxPerOwner: parseSize("maxPerOwner", options.maxPerOwner ?? "32mb", "memoryStore"),
  });
  const uploads = new Map<string, StoredUpload>();

  function forget(id: string): void {
    uploads.delete(id);
    quota.release(id);
  }

  function sweep(): void {
    for (const [id, { expires }] of uploads) if (expires <= Date.now()) forget(id);
  }
  sweepEvery(ttl, sweep);

  return {
    async save(content, { name, type, owner }) {
      sweep();
      const id = newUploadId();
      try {
        quota.open(id, owner, { name, type });
        const upload = await uploadInMemory(id, quota.reserving(id, owner, content), { name, type });
        uploads.set(id, { upload, owner, expires: Date.now() + ttl });
        return upload;
      } catch (error) {
        forget(id);
        throw error;
      }
    },

    async find(id, owner) {
      sweep();
      const stored = uploads.get(id);
      if (stored === undefined || stored.owner !== owner) return undefined;
      stored.expires = Date.now() + ttl;
      return stored.upload;
    },

    async remove(id) {
      forget(id);
    },
  };
}

/** Reads a file into memory. */
export async function uploadInMemory(
  id: string,
  content: AsyncIterable<Uint8Array>,
  { name, type }: Pick<Upload, "name" | "type">,
): Promise<Upload> {
  const bytes = new ByteBuffer();
  for await (const chunk of content) bytes.add(chunk);
  const blob = new Blob([bytes.bytes()]);
  const read = (start: number, end: number): AsyncIterable<Uint8Array> => blob.slice(start, end).stream();
  return { id, name, type, size: blob.size, lastModified: Date.now(), read };
}
