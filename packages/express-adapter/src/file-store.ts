import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readFile, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseDuration } from "./duration.ts";
import { noRoom, Quota } from "./quota.ts";
import { parseSize } from "./size.ts";
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
  /** A directory that holds nothing but uploads, created if missing. Several processes of a machine may share it. */
  readonly directory: string;
  /** Bytes of all uploads together (default `"10gb"`). Past the limit, an upload is a 507. Each file counts 4 kB extra. */
  readonly maxTotal?: number | string;
  /** Bytes of one person's uploads (default `"1gb"`). Past the limit, an upload is a 507. */
  readonly maxPerOwner?: number | string;
}

/** The content of `ID.json`, the file next to the upload's content, `ID.data`. */
interface Saved extends Omit<Upload, "id" | "read"> {
  /** SHA-256 of the owner's key, so that a reader of the directory can't use the key. */
  readonly owner: string;
}

/** An upload in the directory. */
interface Found {
  /** Bytes of `ID.data` and `ID.json` together. */
  readonly size: number;
  /** True if the upload is complete. */
  readonly isWhole: boolean;
}

/** Error codes of a full disk, or of an exceeded disk quota. */
const FULL: ReadonlySet<unknown> = new Set(["ENOSPC", "EDQUOT"]);

/**
 * Creates a store that keeps uploads in a directory. Only the process's user can read them.
 *
 *     controls({ uploads: fileStore({ directory: "/var/tmp/my-app", ttl: "1h" }) })
 *
 * A sweep in the background removes expired uploads, also after a restart. It runs every quarter of `ttl`, but at least
 * every 10 minutes. An expired upload can't be found, even before it is swept.
 *
 * The limits also count uploads from before a restart. Processes that share a directory learn of each other's uploads
 * by their sweeps. A full disk is an HttpError 507, like a passed limit.
 *
 * @throws TypeError for an invalid option
 */
export function fileStore(options: FileStoreOptions): UploadStore {
  const { directory } = options;
  const lifetime = parseDuration("fileStore({ ttl })", options.ttl ?? "1h");
  const quota = new Quota({
    maxTotal: parseSize("maxTotal", options.maxTotal ?? "10gb", "fileStore"),
    maxPerOwner: parseSize("maxPerOwner", options.maxPerOwner ?? "1gb", "fileStore"),
  });
  const saving = new Set<string>();
  let counted: Promise<void> | undefined;
  const path = (id: string, ending: "data" | "json"): string => join(directory, `${id}.${ending}`);

  async function remove(id: string): Promise<void> {
    // The JSON file first: without it, the upload can't be found
    for (const ending of ["json", "data"] as const) await rm(path(id, ending), { force: true });
    quota.release(id);
  }

  /** Removes expired uploads, and counts uploads that other processes added or removed. */
  async function sweep(): Promise<void> {
    const countedBefore = quota.ids().filter((id) => !saving.has(id));
    const found = await findAll();
    for (const [id, { size, isWhole }] of found) {
      // Uploads of this process are counted while they arrive
      if (quota.isOwned(id)) continue;
      const saved = isWhole ? await savedAs(id) : undefined;
      // Removed meanwhile, or unreadable: left to the next sweep
      if (isWhole && saved === undefined) continue;
      quota.count(id, saved?.owner, size);
    }
    for (const id of countedBefore) if (!found.has(id)) quota.release(id);
  }
  sweepEvery(lifetime, sweep);

  /** Removes expired uploads, and returns the others by id. */
  async function findAll(): Promise<ReadonlyMap<string, Found>> {
    const found = new Map<string, Found>();
    for (const name of (await unlessMissing(readdir(directory))) ?? []) {
      const [id = "", ending] = name.split(".");
      if (!isUploadId(id)) continue;
      const stats = await unlessMissing(stat(join(directory, name)));
      if (stats === undefined) continue;
      if (isExpired(stats.mtimeMs)) {
        await rm(join(directory, name), { force: true });
        continue;
      }
      const { size = 0, isWhole = false } = found.get(id) ?? {};
      found.set(id, { size: size + stats.size, isWhole: isWhole || ending === "json" });
    }
    return found;
  }

  /** Counts the uploads from before the process started, once. */
  async function countFirst(): Promise<void> {
    try {
      await (counted ??= sweep());
    } catch (error) {
      counted = undefined;
      throw error;
    }
  }

  async function savedAs(id: string): Promise<Saved | undefined> {
    const text = await unlessMissing(readFile(path(id, "json"), "utf8"));
    return text === undefined ? undefined : parseSaved(text);
  }

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
      const ownerHash = hash(owner);
      saving.add(id);
      try {
        await countFirst();
        quota.open(id, ownerHash, { name, type });
        await mkdir(directory, { recursive: true, mode: 0o700 });
        const file = createWriteStream(path(id, "data"), { flags: "wx", mode: 0o600 });
        await pipeline(quota.reserving(id, ownerHash, content), file);
        const saved: Saved = {
          name,
          type,
          size: file.bytesWritten,
          lastModified: Date.now(),
          owner: ownerHash,
        };
        await writeFile(path(id, "json"), JSON.stringify(saved), { flag: "wx", mode: 0o600 });
        return uploadOf(id, saved);
      } catch (error) {
        await remove(id);
        throw isFull(error) ? noRoom(error) : error;
      } finally {
        saving.delete(id);
      }
    },

    async find(id, owner) {
      if (!isUploadId(id)) return undefined;
      const stats = await unlessMissing(stat(path(id, "json")));
      if (stats === undefined || isExpired(stats.mtimeMs)) return undefined;
      const saved = await savedAs(id);
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

// A generator opens the file at the first chunk, and closes it if the reader stops early
async function* readRange(path: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  if (end > start) yield* createReadStream(path, { start, end: end - 1 });
}

function hash(owner: string): string {
  return createHash("sha256").update(owner).digest("base64url");
}

/** @returns undefined for half a text, left by a crash or by a process that is still writing */
function parseSaved(text: string): Saved | undefined {
  try {
    const saved: unknown = JSON.parse(text);
    return isSaved(saved) ? saved : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isSaved(value: unknown): value is Saved {
  return (
    typeof value === "object" &&
    value !== null &&
    ["name", "type", "owner"].every((key) => typeof Reflect.get(value, key) === "string") &&
    ["size", "lastModified"].every((key) => typeof Reflect.get(value, key) === "number")
  );
}

function isFull(error: unknown): error is Error {
  return error instanceof Error && "code" in error && FULL.has(error.code);
}

/** Returns undefined if the file is gone: a sweep or another process may have removed it. */
async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
