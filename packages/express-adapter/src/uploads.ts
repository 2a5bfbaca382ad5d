import { createHash, type Hash } from "node:crypto";
import type { Control } from "@turnform/schema";
import type { Request, Response } from "express";
import { checkCharset, checkCharsetControl } from "./charset.ts";
import { discardForAWhile } from "./body.ts";
import { tooSlow } from "./too-slow.ts";
import { discardNewFiles } from "./discard-files.ts";
import { parseDuration } from "./duration.ts";
import { HttpError } from "./http-error.ts";
import { LimitError } from "./limit-error.ts";
import { readMultipart, type FileTaker, type MultipartLimits } from "./multipart.ts";
import { type Owner, ownerOf } from "./owner.ts";
import { parseSize } from "./size.ts";
import { StoredFile } from "./stored-file.ts";
import type { UploadStore } from "./upload-store.ts";
import type { PairLimits } from "./urlencoded.ts";

/** What `controls()` does with files. */
export interface UploadsOptions {
  /** Where uploaded files are kept: `fileStore()`, `memoryStore()` or your own. Without it no file is taken (415). */
  readonly uploads?: UploadStore;
  /**
   * Who sends a request, such as the id of the user signed in or of the session: nobody else gets the person's uploads back, or may
   * send the person's pages. It stays the same from a page to its post. `""` says that the application does not know.
   * Default: a random key in a cookie of its own, `turnform_owner`, signed by the secret of `setSecret()`.
   */
  readonly owner?: (req: Request) => string | Promise<string>;
  /** Bytes of the header of a part of a multipart body (default `"8kb"`) */
  readonly maxPartHeaderSize?: number | string;
  /** Files of a form (default 100); as many again may be kept from before, since a new one may take a kept one's place */
  readonly maxFiles?: number;
  /** Bytes of a file (default `"100mb"`) */
  readonly maxFileSize?: number | string;
  /** Bytes of a form's files together (default `"500mb"`) */
  readonly maxUploadSize?: number | string;
  /** How long a body may take to come: milliseconds, or a text like `"30s"` (default `"5min"`) */
  readonly receiveTimeout?: number | string;
}

/** Reads the forms that may hold files. */
export interface UploadsReader {
  /** Reads a multipart body. */
  read(req: Request, res: Response): Promise<readonly Control[]>;
  /** Puts the kept uploads of a form in the place of their ids. */
  resolve(req: Request, controls: readonly Control[]): Promise<readonly Control[]>;
}

/** Name of the control that keeps an upload; its value is the upload's id. */
const KEPT = "__upload__";

/**
 * Makes the part of `controls()` that knows files.
 *
 * @throws TypeError where a limit is no finite whole number, or the time no finite time
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

  async function read(req: Request, res: Response): Promise<readonly Control[]> {
    const take = store && fileTaker(store, ownerOf(req));
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(tooSlow(timeout)), timeout);
    try {
      const type = req.get("Content-Type") ?? "";
      checkCharset(type);
      const encoding = req.get("Content-Encoding") ?? "identity";
      if (encoding.toLowerCase() !== "identity") {
        throw new HttpError(415, `A form with files must be sent as it is; this one is "${encoding}"`);
      }
      const controls = await readMultipart(req, type, limits, take, deadline.signal);
      try {
        checkCharsetControl(controls);
        return await resolve(req, controls);
      } catch (error) {
        await discardNewFiles(controls);
        throw error;
      }
    } catch (error) {
      if (!deadline.signal.aborted) await discardForAWhile(req);
      if (!req.complete) res.set?.("Connection", "close");
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async function resolve(req: Request, controls: readonly Control[]): Promise<readonly Control[]> {
    if (store === undefined || !controls.some(isKept)) return controls;
    const kept = controls.filter(isKept).length;
    if (kept > limits.maxFiles) throw tooMany(kept, limits.maxFiles);
    const key = await ownerOf(req).known();
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
      const upload = await store.save(hashed(content, hash), { name, type, owner: await owner.certain() });
      return new StoredFile(upload, store, hash.digest("base64"));
    },
    async discard(file) {
      if (file instanceof StoredFile) await file.discard();
    },
  };
}

/**
 * Passes content on, and adds it to a digest on its way.
 *
 * @yields the content as it came
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
