import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readFile, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseDuration } from "./duration.ts";
import {
  isUploadId,
  newUploadId,
  sweepEvery,
  type StoreOptions,
  type Upload,
  type UploadStore,
} from "./upload-store.ts";

/** Options of `fileStore()`. */
export interface FileStoreOptions extends StoreOptions {
  /** A directory for uploads alone, made where it isn't there. Several processes of a machine may share it. */
  readonly directory: string;
}

/** What stands in `ID.json` beside the content, `ID.data`. */
interface Saved extends Omit<Upload, "id" | "read"> {
  /** SHA-256 of the owner's key: whoever reads the directory can't use it. */
  readonly owner: string;
}

/**
 * Makes a store that keeps uploads in a directory, readable by the process's user alone.
 *
 *     controls({ uploads: fileStore({ directory: "/var/tmp/my-app", ttl: "1h" }) })
 *
 * What has expired is removed by a sweep in the background, also after a restart: every quarter of `ttl`, at least every
 * 10 minutes. An expired upload is not found, swept or not.
 *
 * @throws TypeError where an option is none
 */
export function fileStore({ directory, ttl = "1h" }: FileStoreOptions): UploadStore {
  const lifetime = parseDuration("fileStore({ ttl })", ttl);
  const path = (id: string, ending: "data" | "json"): string => join(directory, `${id}.${ending}`);

  async function remove(id: string): Promise<void> {
    // First what makes it findable
    for (const ending of ["json", "data"] as const) await rm(path(id, ending), { force: true });
  }

  async function sweep(): Promise<void> {
    const names = (await unlessMissing(readdir(directory))) ?? [];
    for (const name of names) {
      const [id = ""] = name.split(".");
      if (!isUploadId(id)) continue;
      const stats = await unlessMissing(stat(join(directory, name)));
      if (stats !== undefined && isExpired(stats.mtimeMs)) await rm(join(directory, name), { force: true });
    }
  }
  sweepEvery(lifetime, sweep);

  function isExpired(mtime: number): boolean {
    return mtime + lifetime <= Date.now();
  }

  function uploadOf(id: string, { name, type, size, lastModified }: Saved): Upload {
    const read = (start: number, end: number): AsyncIterable<Uint8Array> =>
      readRange(path(id, "data"), start, end);
    return { id, name, type, size, lastModified, read };
  }

  return {
    async save(content, { name, type, owner }) {
      const id = newUploadId();
      await mkdir(directory, { recursive: true, mode: 0o700 });
      try {
        const file = createWriteStream(path(id, "data"), { flags: "wx", mode: 0o600 });
        await pipeline(content, file);
        const saved: Saved = {
          name,
          type,
          size: file.bytesWritten,
          lastModified: Date.now(),
          owner: hash(owner),
        };
        await writeFile(path(id, "json"), JSON.stringify(saved), { flag: "wx", mode: 0o600 });
        return uploadOf(id, saved);
      } catch (error) {
        await remove(id);
        throw error;
      }
    },

    async find(id, owner) {
      if (!isUploadId(id)) return undefined;
      const stats = await unlessMissing(stat(path(id, "json")));
      if (stats === undefined || isExpired(stats.mtimeMs)) return undefined;
      const text = await unlessMissing(readFile(path(id, "json"), "utf8"));
      const saved = text === undefined ? undefined : parseSaved(text);
      if (saved?.owner !== hash(owner)) return undefined;
      const now = new Date();
      const renewed = Promise.all([utimes(path(id, "data"), now, now), utimes(path(id, "json"), now, now)]);
      return (await unlessMissing(renewed)) && uploadOf(id, saved);
    },

    async remove(id) {
      if (isUploadId(id)) await remove(id);
    },
  };
}

// Opens the file at the first chunk, and closes it where the reader stops early
async function* readRange(path: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  if (end > start) yield* createReadStream(path, { start, end: end - 1 });
}

function hash(owner: string): string {
  return createHash("sha256").update(owner).digest("base64url");
}

/** The cast: the store wrote it itself. */
function parseSaved(text: string): Saved {
  return JSON.parse(text) as Saved;
}

/** What a sweep, or another process, has removed in between is no error. */
async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
