import type { Exchange } from "./exchange.ts";
import { forwardedAddress, type ProxyHeaders } from "./forwarded.ts";
import { HttpError } from "./http-error.ts";

/** Options of `sameOrigin()`. */
export interface SameOriginOptions {
  /** Foreign origins whose pages may post here, such as `"https://accounts.example.org"`. Default: none. */
  readonly trustedOrigins?: readonly string[];
}

const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);
const PROXY_HEADERS: readonly ProxyHeaders[] = ["x-forwarded", "forwarded"];

/**
 * Checks that a request does not come from another site's page.
 *
 * @returns `hidden` if the browser hides the page's origin. Then only a token can prove that the page is the site's own
 * @throws HttpError 403 if the request comes from another site's page
 */
export function checkOrigin(exchange: Exchange, trusted: ReadonlySet<string>): "own" | "hidden" {
  if (SAFE_METHODS.has(exchange.method)) return "own";
  const origin = exchange.header("Origin");
  if (origin !== undefined && trusted.has(origin)) return "own";
  const site = exchange.header("Sec-Fetch-Site");
  if (site === undefined && origin === "null") return "hidden";
  // "none" means a request started by the person: by a typed address or a bookmark
  const isOwn =
    site === undefined
      ? origin === undefined || isOwnOrigin(origin, exchange)
      : site === "same-origin" || site === "none";
  if (isOwn) return "own";
  const hint = site === undefined && isForwarded(origin, exchange) ? FORWARDED_HINT : "";
  throw new HttpError(
    403,
    `This form was sent from another site (${origin ?? site ?? "unknown"}). Open it on this site, and send it again${hint}`,
  );
}

const FORWARDED_HINT =
  '. If this is your site: a proxy seems to forward this address. Set "trust proxy" (Express) or the option "trustProxy", and let ' +
  "the proxy send both the scheme and the host";

/** Returns true if the headers of a proxy name the host of an origin, trusted or not. The answer only explains an error. */
function isForwarded(origin: string | undefined, exchange: Exchange): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { host: originHost, protocol } = new URL(origin);
  return PROXY_HEADERS.some((headers) => {
    const forwarded = forwardedAddress((name) => exchange.header(name), headers);
    const isTold = forwarded.protocol !== undefined || forwarded.host !== undefined;
    const ownUrl = `${protocol}//${forwarded.host ?? exchange.host}`;
    return isTold && URL.canParse(ownUrl) && new URL(ownUrl).host === originHost;
  });
}

/** Returns the error about a post without an origin and without a valid token. */
export function hiddenOrigin(): HttpError {
  return new HttpError(
    403,
    "Your browser did not tell which site this form was sent from (Origin: null), and the form has no valid token. Load the " +
      "page again, with cookies allowed, and send the form from there. If this is your site: serve it by https, set the header " +
      '"Referrer-Policy: same-origin", or give the form\'s route the option "token: true"',
  );
}

/**
 * Returns true if the browser will hide the origin of the answered page. Browsers do so by the policy `no-referrer`. By https and on
 * localhost they still send `Sec-Fetch-Site`.
 */
export function hidesOrigin(exchange: Exchange): boolean {
  const policies = exchange.answer.get("Referrer-Policy")?.split(",") ?? [];
  return (
    policies.at(-1)?.trim().toLowerCase() === "no-referrer" && exchange.header("Sec-Fetch-Site") === undefined
  );
}

/** Compares scheme, host and port, as the browser sees them. */
function isOwnOrigin(origin: string, { protocol, host }: Exchange): boolean {
  const ownUrl = `${protocol}://${host}`;
  return URL.canParse(origin) && URL.canParse(ownUrl) && new URL(origin).origin === new URL(ownUrl).origin;
}
