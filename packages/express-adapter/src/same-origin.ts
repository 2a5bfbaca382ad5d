import type { Request, RequestHandler } from "express";
import { HttpError } from "./http-error.ts";

/** What `sameOrigin()` lets through besides the page's own. */
export interface SameOriginOptions {
  /** Other origins whose pages may post here, such as `"https://accounts.example.org"`. Default none. */
  readonly trustedOrigins?: readonly string[];
}

const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Makes a middleware that refuses what another site's page makes a browser send (403): cross-site request forgery.
 *
 * A browser says where a request comes from in `Sec-Fetch-Site`, an older one in `Origin`; a request with neither is not
 * a browser's and passes. GET, HEAD and OPTIONS pass, since they change nothing. `controls()` does this by default.
 *
 * `Origin` is compared with its scheme: behind a proxy that takes https, set Express's `trust proxy`, or trust the origin.
 *
 * @returns the middleware
 */
export function sameOrigin(options: SameOriginOptions = {}): RequestHandler {
  const trusted = new Set(options.trustedOrigins);
  return (req, _res, next) => {
    checkOrigin(req, trusted);
    next();
  };
}

/**
 * Refuses a request from another site's page.
 *
 * @throws HttpError 403, which says where the request came from
 */
export function checkOrigin(req: Request, trusted: ReadonlySet<string>): void {
  if (SAFE_METHODS.has(req.method)) return;
  const origin = req.headers.origin;
  if (origin !== undefined && trusted.has(origin)) return;
  const site = req.headers["sec-fetch-site"];
  // «none» is the person's own doing: an address typed, a bookmark.
  const isOwn =
    site === undefined
      ? origin === undefined || isOwnOrigin(origin, req)
      : site === "same-origin" || site === "none";
  if (!isOwn)
    throw new HttpError(403, `This form was sent from another site (${origin ?? site ?? "unknown"})`);
}

/** Compares scheme, host and port; behind a proxy, Express's `trust proxy` says which scheme the browser used. */
function isOwnOrigin(origin: string, req: Request): boolean {
  const own = `${req.protocol}://${req.get("Host")}`;
  return URL.canParse(origin) && URL.canParse(own) && new URL(origin).origin === new URL(own).origin;
}
