import type { Request, RequestHandler } from "express";
import { HttpError } from "./http-error.ts";

/** Options of `sameOrigin()`. */
export interface SameOriginOptions {
  /** Foreign origins whose pages may post here, such as `"https://accounts.example.org"`. Default: none. */
  readonly trustedOrigins?: readonly string[];
}

const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Returns a middleware that refuses requests from other sites' pages (403), against cross-site request forgery.
 *
 * Browsers name the origin of a request in `Sec-Fetch-Site`, older ones in `Origin`. A request with neither header is not
 * from a browser and passes. GET, HEAD and OPTIONS pass, since they change nothing. `controls()` does this by default.
 *
 * The scheme of `Origin` counts. Behind a proxy that terminates https, set Express's `trust proxy`, or trust the origin.
 */
export function sameOrigin(options: SameOriginOptions = {}): RequestHandler {
  const trusted = new Set(options.trustedOrigins);
  return (req, _res, next) => {
    checkOrigin(req, trusted);
    next();
  };
}

/** @throws HttpError 403 if a request comes from another site's page */
export function checkOrigin(req: Request, trusted: ReadonlySet<string>): void {
  if (SAFE_METHODS.has(req.method)) return;
  const origin = req.headers.origin;
  if (origin !== undefined && trusted.has(origin)) return;
  const site = req.headers["sec-fetch-site"];
  // "none" means a request started by the person: by a typed address or a bookmark
  const isOwn =
    site === undefined
      ? origin === undefined || isOwnOrigin(origin, req)
      : site === "same-origin" || site === "none";
  if (!isOwn)
    throw new HttpError(
      403,
      `This form was sent from another site (${origin ?? site ?? "unknown"}). Open it on this site, and send it again`,
    );
}

/** Compares scheme, host and port. Behind a proxy, Express's `trust proxy` gives the scheme that the browser used. */
function isOwnOrigin(origin: string, req: Request): boolean {
  const ownUrl = `${req.protocol}://${req.get("Host")}`;
  return URL.canParse(origin) && URL.canParse(ownUrl) && new URL(origin).origin === new URL(ownUrl).origin;
}
