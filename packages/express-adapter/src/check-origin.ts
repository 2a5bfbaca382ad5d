import type { Exchange } from "./exchange.ts";
import { HttpError } from "./http-error.ts";

/** Options of `sameOrigin()`. */
export interface SameOriginOptions {
  /** Foreign origins whose pages may post here, such as `"https://accounts.example.org"`. Default: none. */
  readonly trustedOrigins?: readonly string[];
}

const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** @throws HttpError 403 if a request comes from another site's page */
export function checkOrigin(exchange: Exchange, trusted: ReadonlySet<string>): void {
  if (SAFE_METHODS.has(exchange.method)) return;
  const origin = exchange.header("Origin");
  if (origin !== undefined && trusted.has(origin)) return;
  const site = exchange.header("Sec-Fetch-Site");
  // "none" means a request started by the person: by a typed address or a bookmark
  const isOwn =
    site === undefined
      ? origin === undefined || isOwnOrigin(origin, exchange)
      : site === "same-origin" || site === "none";
  if (!isOwn)
    throw new HttpError(
      403,
      `This form was sent from another site (${origin ?? site ?? "unknown"}). Open it on this site, and send it again`,
    );
}

/** Compares scheme, host and port. Behind a proxy, Express's `trust proxy` gives the scheme that the browser used. */
function isOwnOrigin(origin: string, { protocol, host }: Exchange): boolean {
  const ownUrl = `${protocol}://${host}`;
  return URL.canParse(origin) && URL.canParse(ownUrl) && new URL(origin).origin === new URL(ownUrl).origin;
}
