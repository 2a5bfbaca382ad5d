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
   * Where uploaded files are kept. Without it they are in memory, at most `"10mb"` together (`maxUploadSize`), and a failed
   * validation forgets them.
   */
  readonly uploads?: UploadStore;
  /** Who the uploads belong to, such as the id of the session: nobody else gets them back. Needed where there are `uploads`. */
  readonly owner?: string;
}

/**
 * Reads the form that a web request carries, for servers such as Hono: as `controls()` does, with its limits.
 *
 *     const result = form.validate(await controlsFromRequest(request));
 *
 * @returns every control, in the order of the page; those of the query for GET and HEAD, none without a body
 * @throws HttpError, or LimitError, where the form can't be taken
 */
export async function controlsFromRequest(
  request: Request,
  options: ControlsFromOptions = {},
): Promise<readonly Control[]> {
  if (request.bodyUsed) throw new Error("The body was already read: call controlsFromRequest() before");
  const { pathname, search, host, protocol } = new URL(request.url);
  const headers: Record<string, string> = { host, ...Object.fromEntries(request.headers) };
  // By these a message says that it has a body
  if (request.body !== null && headers["content-length"] === undefined)
    headers["transfer-encoding"] = "chunked";
  const body = request.body === null ? Readable.from([]) : Readable.fromWeb(request.body);
  const message = Object.assign(body, { method: request.method, url: pathname + search, headers });
  return read(message, protocol.slice(0, -1), options);
}

/**
 * The same for a server on plain `node:http`.
 *
 * @returns every control, in the order of the page
 * @throws HttpError, or LimitError, where the form can't be taken
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
    throw new TypeError("Where there are uploads, there is an owner");
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

/** Holds a file as long as somebody has it, and finds none again. */
const inMemory: UploadStore = {
  save: (content, details) => uploadInMemory(newUploadId(), content, details),
  async find() {
    return undefined;
  },
  async remove() {},
};

/** Gives a message what `controls()` asks of Express's requests, which are messages too: `get`, `is` and `protocol`. */
function asExpress(message: Message, protocol: string): { req: ExpressRequest; res: ExpressResponse } {
  const get = (name: string): string | undefined => message.headers[name.toLowerCase()]?.toString();
  const is = (type: string): string | false | null => {
    if (get("Transfer-Encoding") === undefined && get("Content-Length") === undefined) return null;
    return get("Content-Type")?.split(";")[0]?.trim().toLowerCase() === type && type;
  };
  const req = Object.assign(message, { get, is, protocol });
  // `controls()` asks for nothing else, and of the response nothing that has to be there where the owner is given
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { req, res: {} } as unknown as { req: ExpressRequest; res: ExpressResponse };
}
