import type { Keyring } from "./keyring.ts";

/** The headers of an answer that is being prepared. */
interface AnswerHeaders {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  /** Adds a `Set-Cookie`. */
  addCookie(cookie: string): void;
  /** Adds a name to `Vary`. */
  vary(name: string): void;
}

/** A request and the headers of its answer, on any server. */
export interface Exchange {
  readonly method: string;
  /** The path with its query, as the browser sent it. */
  readonly path: string;
  /** `http` or `https`, as the browser sees it. */
  readonly protocol: string;
  /** The host with its port, as the browser sees it. */
  readonly host: string;
  /** The sender's IP address; undefined if the server does not know it. */
  readonly ip: string | undefined;
  /** Signs for the application. */
  readonly keyring: Keyring;
  readonly answer: AnswerHeaders;
  /** Returns a header of the request. */
  header(name: string): string | undefined;
  /** Starts to watch the connection. The function returns true if the sender has closed it before the answer was sent. */
  watchSender(): () => boolean;
  /** Lets the server close the connection after the answer: the rest of the body was not read. */
  closeAfterAnswer(): void;
}

const exchanges = new WeakMap<object, Exchange>();

/** Returns the exchange of a server's request; undefined if none was remembered. */
export function knownExchange(request: object): Exchange | undefined {
  return exchanges.get(request);
}

export function rememberExchange(request: object, exchange: Exchange): void {
  exchanges.set(request, exchange);
}

/**
 * Keeps caches from showing one person's page to others. Leaves a `Cache-Control` that the application has set.
 *
 * @param isPersonal True if the page shows a person's data or carries a token
 */
export function forbidCaches({ answer }: Exchange, isPersonal: boolean): void {
  answer.vary("Cookie");
  if (answer.get("Cache-Control") === undefined)
    answer.set("Cache-Control", isPersonal ? "private, no-store" : "private, no-cache");
}

/** Returns true if the application has allowed caches to show the answer to other people. */
export function mayBeShared({ answer }: Exchange): boolean {
  const cacheControl = answer.get("Cache-Control");
  return cacheControl !== undefined && !/\b(?:private|no-store)\b/i.test(cacheControl);
}

/** Returns the address of the request, with scheme and host. */
export function addressOf({ protocol, host, path }: Exchange): string {
  return `${protocol}://${host}${path}`;
}
