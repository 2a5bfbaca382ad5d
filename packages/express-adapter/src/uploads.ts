import { createHash, type Hash } from "node:crypto";
import type { Control } from "@turnform/schema";
import { checkCharset, checkCharsetControl } from "./charset.ts";
import { discardForAWhile, type Message } from "./body.ts";
import { tooSlow } from "./too-slow.ts";
import { discardNewFiles } from "./discard-files.ts";
import { parseDuration } from "./duration.ts";
import type { Exchange } from "./exchange.ts";
import { HttpError } from "./http-error.ts";
import { LimitError } from "./limit-error.ts";
import { readMultipart, type FileTaker, type MultipartLimits } from "./multipart.ts";
import { type Owner, ownerOf } from "./owner.ts";
import { parseSize } from "./size.ts";
import { StoredFile } from "./stored-file.ts";
import type { UploadStore } from "./upload-store.ts";
import type { PairLimits } from "./urlencoded.ts";

/** Options of `controls()` for files. */
export interface UploadsOptions {
  /** Store of uploaded files: `fileStore()`, `memoryStore()` or your own. Without a store, a form with a file is a 415. */
  readonly uploads?: UploadStore;
  /** Bytes of the header of a part of a multipart body (default `"8kb"`) */
  readonly maxPartHeaderSize?: number | string;
  /** Files of a form (default 100). Kept files have the same limit, counted separately: a new file may replace a kept one */
  readonly maxFiles?: number;
  /** Bytes of a file (default `"100mb"`) */
  readonly maxFileSize?: number | string;
  /** Bytes of a form's files together (default `"500mb"`) */
  readonly maxUploadSize?: number | string;
  /** Most time for a body to arrive: milliseconds, or a text like `"30s"` (default `"5min"`) */
  readonly receiveTimeout?: number | string;
}

/** Reads forms with files. */
export interface UploadsReader {
  /** Reads a multipart body. */
  read(message: Message, exchange: Exchange): Promise<readonly Control[]>;
  /** Replaces the ids of kept uploads with their files. */
  resolve(exchange: Exchange, controls: readonly Control[]): Promise<readonly Control[]>;
}

/** Name of the control that keeps an upload; its value is the upload's id. */
const KEPT = "__upload__";

/**
 * Creates the part of `controls()` that reads files.
 *
 * @throws TypeError if a limit is no finite whole number, or a time is not finite
 */
export function uploadsReader(
  options: UploadsOptions,
  pairLimits: PairLimits & { readonly limit: number },
): UploadsReader {
  const { uploads: store } = options;
  const limits: MultipartLimits = {
    ...pairLimits,
    maxPartHeaderSize: parseSize("maxPartHeaderSize", options.maxPartHeaderSize ?? "8kb"),
    maxFiles: parseSize("maxFiles", options.maxFiles ?? 100),
    maxFileSize: parseSize("maxFileSize", options.maxFileSize ?? "100mb"),
    maxUploadSize: parseSize("maxUploadSize", options.maxUploadSize ?? "500mb"),
  };
  const timeout = parseDuration("controls({ receiveTimeout })", options.receiveTimeout ?? "5min");

  async function read(message: Message, exchange: Exchange): Promise<readonly Control[]> {
    const take = store && fileTaker(store, ownerOf(exchange));
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(tooSlow(timeout)), timeout);
    try {
      const type = exchange.header("Content-Type") ?? "";
      checkCharset(type);
      const encoding = exchange.header("Content-Encoding") ?? "identity";
      if (encoding.toLowerCase() !== "identity") {
        throw new HttpError(
          415,
          `Content-Encoding "${encoding}" is not supported for multipart forms. Send the form uncompressed`,
        );
      }
      const controls = await readMultipart(message, type, limits, take, deadline.signal);
      try {
        checkCharsetControl(controls);
        return await resolve(exchange, controls);
      } catch (error) {
        await discardNewFiles(controls);
        throw error;
      }
    } catch (error) {
      if (!deadline.signal.aborted) await discardForAWhile(message);
      if (message.complete !== true) exchange.closeAfterAnswer();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async function resolve(exchange: Exchange, controls: readonly Control[]): Promise<readonly Control[]> {
    if (store === undefined || !controls.some(isKept)) return controls;
    const kept = controls.filter(isKept).length;
    if (kept > limits.maxFiles) throw tooMany(kept, limits.maxFiles);
    const key = await ownerOf(exchange).current();
    const found = new Map<string, StoredFile | undefined>();
    const resolved: Control[] = [];
    for (const [name, value] of controls) {
      if (name !== KEPT || typeof value !== "string") {
        resolved.push([name, value]);
        continue;
      }
      if (!found.has(value)) {
        const upload = key === undefined ? undefined : await store.find(value, key);
        found.set(value, upload && new StoredFile(upload, store));
      }
      const file = found.get(value);
      if (file !== undefined) resolved.push([name, file]);
    }
    return resolved;
  }

  return { read, resolve };
}

function isKept([name, value]: Control): boolean {
  return name === KEPT && typeof value === "string";
}

function fileTaker(store: UploadStore, owner: Owner): FileTaker {
  return {
    async save(content, name, type) {
      const hash = createHash("sha256");
      const upload = await store.save(hashed(content, hash), {
        name,
        type,
        owner: await owner.getOrCreate(),
      });
      return new StoredFile(upload, store, hash.digest("base64"));
    },
    async discard(file) {
      if (file instanceof StoredFile) await file.discard();
    },
  };
}

/**
 * Adds content to a digest while passing it on.
 *
 * @yields the chunks of `content`
 */
async function* hashed(content: AsyncIterable<Uint8Array>, hash: Hash): AsyncIterable<Uint8Array> {
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
}

function tooMany(actual: number, limit: number): LimitError {
  const message = `The form keeps ${actual} files; at most ${limit} are allowed`;
  return new LimitError(message, { option: "maxFiles", limit, actual });
}
