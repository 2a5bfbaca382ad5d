import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import type { Control } from "@turnform/schema";
import type { Request as ExpressRequest, Response as ExpressResponse } from "express";
import { controls, type ControlsOptions } from "./controls.ts";
import { uploadInMemory } from "./memory-store.ts";
import { newUploadId, type UploadStore } from "./upload-store.ts";

/** The options of `controls()`, for one request. */
export interface ControlsFromOptions extends Omit<ControlsOptions, "owner"> {
  /**
   * Store of uploaded files. Without a store they are held in memory, at most `"10mb"` together (`maxUploadSize`), and are lost
   * when a validation fails.
   */
  readonly uploads?: UploadStore;
  /** The owner of the uploads, such as the session's id: nobody else gets them back. Required with `uploads`. */
  readonly owner?: string;
}

/**
 * Reads the form of a web request, for servers such as Hono. Works like `controls()`, with the same limits.
 *
 *     const result = form.validate(await controlsFromRequest(request));
 *
 * @returns every control, in the order of the page; for GET and HEAD the controls of the query
 * @throws HttpError, or LimitError past a limit
 */
export async function controlsFromRequest(
  request: Request,
  options: ControlsFromOptions = {},
): Promise<readonly Control[]> {
  if (request.bodyUsed) throw new Error("The body was already read. Call controlsFromRequest() first");
  const { pathname, search, host, protocol } = new URL(request.url);
  const headers: Record<string, string> = { host, ...Object.fromEntries(request.headers) };
  // Messages with a body have one of these two headers
  if (request.body !== null && headers["content-length"] === undefined)
    headers["transfer-encoding"] = "chunked";
  const body = request.body === null ? Readable.from([]) : Readable.fromWeb(request.body);
  const message = Object.assign(body, { method: request.method, url: pathname + search, headers });
  return read(message, protocol.slice(0, -1), options);
}

/**
 * Reads the form of a `node:http` request. Works like `controls()`, with the same limits.
 *
 * @returns every control, in the order of the page; for GET and HEAD the controls of the query
 * @throws HttpError, or LimitError past a limit
 */
export async function controlsFromMessage(
  message: IncomingMessage,
  options: ControlsFromOptions = {},
): Promise<readonly Control[]> {
  const isSecure = "encrypted" in message.socket && message.socket.encrypted === true;
  return read(message, isSecure ? "https" : "http", options);
}

type Message = Readable & Pick<IncomingMessage, "headers" | "method" | "url">;

async function read(
  message: Message,
  protocol: string,
  options: ControlsFromOptions,
): Promise<readonly Control[]> {
  const { uploads, owner = "", maxUploadSize = "10mb", ...limits } = options;
  if (uploads !== undefined && owner === "")
    throw new TypeError("Reading uploads needs an owner; none was given. Set { owner } to the session's id");
  const reader = controls(
    uploads === undefined
      ? { ...limits, uploads: inMemory, owner: () => "nobody", maxUploadSize }
      : { ...options, owner: () => owner },
  );
  const { req, res } = asExpress(message, protocol);
  await new Promise<void>((resolve, reject) => {
    const next = (error?: unknown): void => (error === undefined ? resolve() : reject(error));
    Promise.resolve(reader(req, res, next)).catch(reject);
  });
  return req.controls;
}

/** Holds no reference to the files: they are freed with the controls, and can't be found by id. */
const inMemory: UploadStore = {
  save: (content, details) => uploadInMemory(newUploadId(), content, details),
  async find() {
    return undefined;
  },
  async remove() {},
};

/** Adds the members of Express's requests that `controls()` uses: `get`, `is` and `protocol`. */
function asExpress(message: Message, protocol: string): { req: ExpressRequest; res: ExpressResponse } {
  const get = (name: string): string | undefined => message.headers[name.toLowerCase()]?.toString();
  const is = (type: string): string | false | null => {
    if (get("Transfer-Encoding") === undefined && get("Content-Length") === undefined) return null;
    return get("Content-Type")?.split(";")[0]?.trim().toLowerCase() === type && type;
  };
  const req = Object.assign(message, { get, is, protocol });
  // `controls()` uses no other member, and it never needs the response when the owner is given
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { req, res: {} } as unknown as { req: ExpressRequest; res: ExpressResponse };
}
