import { randomBytes } from "node:crypto";

/** Details of an upload, known before its content arrives. */
export interface UploadDetails {
  /** The file's name on the sender's machine, without a path. Senders choose it freely, so don't name files of the server by it. */
  readonly name: string;
  /** Media type, as claimed by the sender. */
  readonly type: string;
  /** Key of the person who owns the upload. */
  readonly owner: string;
}

/** A file in a store. */
export interface Upload {
  /** At least 128 random bits. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Time of saving, in milliseconds since 1970. */
  readonly lastModified: number;
  /**
   * Reads the content. Opens nothing before the first chunk is requested.
   *
   * @param start First byte
   * @param end The byte after the last one
   */
  read(start: number, end: number): AsyncIterable<Uint8Array>;
}

/**
 * Keeps uploaded files while a form has errors, and forgets them when they expire.
 *
 * `fileStore()` and `memoryStore()` serve one machine. For several, implement these three methods on shared storage, such
 * as S3 with lifecycle rules or Redis with `EXPIRE`. All must be safe to call at the same time.
 */
export interface UploadStore {
  /**
   * Stores a file, chunk by chunk.
   *
   * @param content Throws if the upload is aborted or refused
   * @returns the upload, once it is stored completely
   * @throws the error of `content`, an HttpError 507 if there is no room, or an error of the store. Nothing of the file is
   *   left then
   */
  save(content: AsyncIterable<Uint8Array>, details: UploadDetails): Promise<Upload>;
  /**
   * Finds an upload that has not expired, and restarts its time to live.
   *
   * @param id Any text, possibly posted by a stranger
   * @returns undefined if there is no such upload, or it belongs to another owner
   */
  find(id: string, owner: string): Promise<Upload | undefined>;
  /** Removes an upload. Ignores an unknown id. */
  remove(id: string): Promise<void>;
}

/** Options of every store of uploads. */
export interface StoreOptions {
  /** Lifetime of an upload after it is saved or last found: milliseconds, or a text like `"30min"` (default `"1h"`). */
  readonly ttl?: number | string;
}

const ID = /^[\w-]{32}$/;

/** @returns 192 random bits, as a text that is safe as a file name */
export function newUploadId(): string {
  return randomBytes(24).toString("base64url");
}

/** Returns true if a text has the form of an id from `newUploadId()`. */
export function isUploadId(text: string): boolean {
  return ID.test(text);
}

/**
 * Sweeps a store regularly, without keeping the process alive.
 *
 * @param ttl Milliseconds. Sweeps come every quarter of it, but at most every second and at least every 10 minutes
 */
export function sweepEvery(ttl: number, sweep: () => void | Promise<void>): void {
  const run = async (): Promise<void> => {
    try {
      await sweep();
    } catch (error) {
      // No request waits for the sweep, so the error becomes a warning
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  };
  setInterval(() => void run(), Math.min(Math.max(ttl / 4, 1000), 600_000)).unref();
}
