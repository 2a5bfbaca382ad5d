import type { RequestHandler } from "express";
import { checkOrigin, hiddenOrigin, type SameOriginOptions } from "./check-origin.ts";
import { exchangeOf } from "./express-exchange.ts";

/**
 * Returns a middleware that refuses requests from other sites' pages (403), against cross-site request forgery.
 *
 * Browsers name the origin of a request in `Sec-Fetch-Site`, older ones in `Origin`. A request with neither header is not
 * from a browser and passes. GET, HEAD and OPTIONS pass, since they change nothing. `controls()` does this by default.
 *
 * The scheme and host of `Origin` count. Behind a proxy, set Express's `trust proxy`, or trust the origin.
 *
 * By the policy `no-referrer`, browsers send `Origin: null` on plain http. This middleware refuses such a request. `controls()`
 * accepts it with a token.
 */
export function sameOrigin(options: SameOriginOptions = {}): RequestHandler {
  const trusted = new Set(options.trustedOrigins);
  return (req, _res, next) => {
    if (checkOrigin(exchangeOf(req), trusted) === "hidden") throw hiddenOrigin();
    next();
  };
}
