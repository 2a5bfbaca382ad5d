import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import type { Control } from "@turnform/schema";
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import { readFormData } from "./form-data.ts";
import { controls, type ControlsOptions } from "./controls.ts";

const DEFAULTS: ControlsOptions = {};
const readers = new WeakMap<ControlsOptions, RequestHandler>();

/**
 * Reads the form that a web request carries, for servers such as Hono: as `controls()` does, with its limits.
 *
 *     const result = form.validate(await controlsFromRequest(request));
 *
 * @param options Those of `controls()`, best made once
 * @returns every control, in the order of the page; those of the query for GET and HEAD, none without a body
 * @throws HttpError, or LimitError, where the form can't be taken
 */
export async function controlsFromRequest(
  request: Request,
  options: ControlsOptions = DEFAULTS,
): Promise<readonly Control[]> {
  if (request.bodyUsed) throw new Error("The body was already read: call controlsFromRequest() before");
  const { pathname, search, host } = new URL(request.url);
  const headers: Record<string, string> = { host, ...Object.fromEntries(request.headers) };
  // By these a message says that it has a body
  if (request.body !== null && headers["content-length"] === undefined)
    headers["transfer-encoding"] = "chunked";
  const body = request.body === null ? Readable.from([]) : Readable.fromWeb(request.body);
  return read(Object.assign(body, { method: request.method, url: pathname + search, headers }), options);
}

/**
 * The same for a server on plain `node:http`.
 *
 * @param options Those of `controls()`, best made once
 * @returns every control, in the order of the page
 * @throws HttpError, or LimitError, where the form can't be taken
 */
export async function controlsFromMessage(
  message: IncomingMessage,
  options: ControlsOptions = DEFAULTS,
): Promise<readonly Control[]> {
  return read(message, options);
}

type Message = Readable & Pick<IncomingMessage, "headers" | "method" | "url">;

async function read(message: Message, options: ControlsOptions): Promise<readonly Control[]> {
  if (/^multipart\/form-data\b/i.test(message.headers["content-type"] ?? "") && !isSafe(message)) {
    return readFormData(message, options);
  }
  const reader = readers.get(options) ?? controls(options);
  readers.set(options, reader);
  const { req, res } = asExpress(message);
  await new Promise<void>((resolve, reject) => {
    const next = (error?: unknown): void => (error === undefined ? resolve() : reject(error));
    Promise.resolve(reader(req, res, next)).catch(reject);
  });
  return req.controls;
}

/**
 * Gives a message what `controls()` asks of Express's requests, which are messages too: `get` and `is`.
 *
 * The cast: it asks for nothing else, and nothing of the response.
 */
function asExpress(message: Message): { req: ExpressRequest; res: ExpressResponse } {
  const get = (name: string): string | undefined => message.headers[name.toLowerCase()]?.toString();
  const is = (type: string): string | false | null => {
    if (get("Transfer-Encoding") === undefined && get("Content-Length") === undefined) return null;
    return get("Content-Type")?.split(";")[0]?.trim().toLowerCase() === type && type;
  };
  const req = Object.assign(message, { get, is });
  return { req, res: {} } as unknown as { req: ExpressRequest; res: ExpressResponse };
}

function isSafe({ method }: Message): boolean {
  return method === "GET" || method === "HEAD";
}
