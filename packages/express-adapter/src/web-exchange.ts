import { Readable } from "node:stream";
import type { Message } from "./body.ts";
import { type Exchange, rememberExchange } from "./exchange.ts";
import { forwardedAddress, type TrustProxyOption } from "./forwarded.ts";
import { type Keyring, keyringOfThisProcess } from "./keyring.ts";

/** The exchange of a web request. The headers go into the `Response`. */
export interface WebExchange extends Exchange {
  readonly headers: Headers;
}

/** Options of `webExchange()`. */
export interface WebExchangeOptions extends TrustProxyOption {
  /** Default: a keyring of this process. */
  readonly keyring?: Keyring | undefined;
  /** The site's address as browsers see it. Default: that of the request. */
  readonly origin?: string | undefined;
}

/** Returns a new exchange for a web request. */
export function webExchange(request: Request, options: WebExchangeOptions = {}): WebExchange {
  const { keyring = keyringOfThisProcess(), trustProxy } = options;
  const { pathname, search, origin } = new URL(request.url);
  const { protocol, host } = new URL(options.origin ?? origin);
  const isRead = options.origin === undefined && trustProxy !== undefined;
  const forwarded = isRead
    ? forwardedAddress((name) => request.headers.get(name) ?? undefined, trustProxy)
    : {};
  const headers = new Headers();
  const sent = headersWithLength(request);
  const exchange: WebExchange = {
    method: request.method,
    path: pathname + search,
    protocol: forwarded.protocol ?? protocol.slice(0, -1),
    host: forwarded.host ?? host,
    ip: undefined,
    keyring,
    headers,
    answer: {
      get: (name) => headers.get(name) ?? undefined,
      set: (name, value) => headers.set(name, value),
      addCookie: (cookie) => headers.append("Set-Cookie", cookie),
      vary(name) {
        const names = headers.get("Vary")?.split(", ") ?? [];
        if (!names.includes(name)) headers.set("Vary", [...names, name].join(", "));
      },
    },
    header: (name) => sent.get(name) ?? undefined,
    watchSender: () => () => request.signal.aborted,
    closeAfterAnswer() {},
  };
  rememberExchange(request, exchange);
  return exchange;
}

/** Returns the body of a web request as a stream of Node.js. */
export function messageOf(request: Request): Message {
  const headers = Object.fromEntries(request.headers);
  const body = request.body === null ? Readable.from([]) : Readable.fromWeb(request.body);
  return Object.assign(body, { headers });
}

/** Adds a header that every message with a body has in HTTP. A `Request` without `Content-Length` may lack it. */
function headersWithLength(request: Request): Headers {
  const headers = new Headers(request.headers);
  if (request.body !== null && !headers.has("Content-Length")) headers.set("Transfer-Encoding", "chunked");
  return headers;
}
