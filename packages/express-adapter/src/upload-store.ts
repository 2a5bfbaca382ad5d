import { randomBytes } from "node:crypto";

/** What is known of an upload before its content comes. */
export interface UploadDetails {
  /** The file's name on the sender's machine, without a path. Anything that a stranger likes: no name for a file of the server's. */
  readonly name: string;
  /** Media type, as the sender says. */
  readonly type: string;
  /** Key of the person who may have it back. */
  readonly owner: string;
}

/** A file that a store keeps. */
export interface Upload {
  /** At least 128 random bits. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** When it was saved, in milliseconds since 1970. */
  readonly lastModified: number;
  /**
   * Reads the content; nothing is opened before the first chunk is asked for.
   *
   * @param start First byte
   * @param end The byte after the last one
   */
  read(start: number, end: number): AsyncIterable<Uint8Array>;
}

/**
 * Keeps uploaded files from the post that brings them to the one that is valid, and forgets what nobody comes back for.
 *
 * `fileStore()` and `memoryStore()` serve one machine. For several, write one on what they share, such as S3 with its
 * lifecycle rules or Redis with `EXPIRE`: these three methods, all safe to call at the same time.
 */
export interface UploadStore {
  /**
   * Stores a file, chunk by chunk.
   *
   * @param content Breaks off with an error where the upload is aborted or refused
   * @returns the upload, once all of it is safe
   * @throws the error of `content`, an HttpError 507 where there is no room, or an error of the store's own; nothing of the
   *   file is left then
   */
  save(content: AsyncIterable<Uint8Array>, details: UploadDetails): Promise<Upload>;
  /**
   * Finds an upload that has not expired, and starts its time to live again.
   *
   * @param id Anything that a stranger posts
   * @returns undefined where there is none, or it belongs to another owner
   */
  find(id: string, owner: string): Promise<Upload | undefined>;
  /** Forgets an upload; one that isn't there is no error. */
  remove(id: string): Promise<void>;
}

/** How long uploads are kept. */
export interface StoreOptions {
  /** How long an upload is kept after it was saved or last found: milliseconds, or a text like `"30min"` (default `"1h"`). */
  readonly ttl?: number | string;
}

const ID = /^[\w-]{32}$/;

/** @returns 192 random bits, as a text that may be a file's name */
export function newUploadId(): string {
  return randomBytes(24).toString("base64url");
}

/** Whether a text could be one of `newUploadId()`. */
export function isUploadId(text: string): boolean {
  return ID.test(text);
}

/**
 * Sweeps a store from time to time, without keeping the process alive.
 *
 * @param ttl Milliseconds; a sweep comes four times as often, but at most every second and at least every 10 minutes
 */
export function sweepEvery(ttl: number, sweep: () => void | Promise<void>): void {
  const run = async (): Promise<void> => {
    try {
      await sweep();
    } catch (error) {
      // Nobody waits for a sweep who could be told
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  };
  setInterval(() => void run(), Math.min(Math.max(ttl / 4, 1000), 600_000)).unref();
}
