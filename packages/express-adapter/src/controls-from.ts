import type { IncomingMessage } from "node:http";
import type { Control } from "@turnform/schema";
import type { Message } from "./body.ts";
import { controlsReader, type ReadingOptions } from "./controls-reader.ts";
import type { Exchange } from "./exchange.ts";
import { checkTrustProxy, forwardedAddress, type TrustProxyOption } from "./forwarded.ts";
import { keyringOfThisProcess } from "./keyring.ts";
import { uploadInMemory } from "./memory-store.ts";
import { setOwner } from "./owner.ts";
import { newUploadId, type UploadStore } from "./upload-store.ts";
import { messageOf, webExchange } from "./web-exchange.ts";

/** The options of `controls()`, for one request. */
export interface ControlsFromOptions extends ReadingOptions, TrustProxyOption {
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
  const { trustProxy } = options;
  return read(messageOf(request), webExchange(request, { trustProxy }), options);
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
  return read(message, nodeExchange(message, options), options);
}

async function read(
  message: Message,
  exchange: Exchange,
  options: ControlsFromOptions,
): Promise<readonly Control[]> {
  const { uploads, owner = "", maxUploadSize = "10mb" } = options;
  checkTrustProxy(options);
  if (uploads !== undefined && owner === "")
    throw new TypeError("Reading uploads needs an owner; none was given. Set { owner } to the session's id");
  setOwner(exchange, () => owner || "nobody");
  const reader = controlsReader(
    uploads === undefined ? { ...options, uploads: inMemory, maxUploadSize } : options,
  );
  const { controls } = await reader(message, exchange);
  return typeof controls === "function" ? controls() : controls;
}

/** Holds no reference to the files: they are freed with the controls, and can't be found by id. */
const inMemory: UploadStore = {
  save: (content, details) => uploadInMemory(newUploadId(), content, details),
  async find() {
    return undefined;
  },
  async remove() {},
};

/** Returns the exchange of a `node:http` message. Its answer's headers are not used. */
function nodeExchange(message: IncomingMessage, { trustProxy }: TrustProxyOption): Exchange {
  const isSecure = "encrypted" in message.socket && message.socket.encrypted === true;
  const header = (name: string): string | undefined => message.headers[name.toLowerCase()]?.toString();
  const forwarded = trustProxy ? forwardedAddress(header, trustProxy) : {};
  return {
    method: message.method ?? "GET",
    path: message.url ?? "/",
    protocol: forwarded.protocol ?? (isSecure ? "https" : "http"),
    host: forwarded.host ?? header("Host") ?? "",
    ip: message.socket.remoteAddress,
    keyring: keyringOfThisProcess(),
    answer: { get: () => undefined, set() {}, addCookie() {}, vary() {} },
    header,
    watchSender: () => () => false,
    closeAfterAnswer() {},
  };
}
