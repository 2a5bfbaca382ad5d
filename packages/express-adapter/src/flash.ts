import { cookie, cookiesNamed } from "./cookie.ts";
import { type Exchange, knownExchange, mayBeShared } from "./exchange.ts";

/** A notice for the page after a redirect. */
export interface Flash {
  /** The form that was saved. */
  readonly formId: string;
  readonly notice: string;
}

const COOKIE = "turnform_notice";
/** Letters of the signature at the end of the cookie. */
const SIGNATURE_LETTERS = 32;
/** Characters of a notice. Encoded, they fit into a cookie of 4 kB. */
const MAX_LENGTH = 500;
/** Milliseconds until the next page must have been opened. */
const LIFE = 60_000;

/** Keeps a notice for the next page in a signed cookie. A notice of more than 500 characters is cut. */
export function setFlash(exchange: Exchange, { formId, notice }: Flash): void {
  const text = notice.length > MAX_LENGTH ? `${notice.slice(0, MAX_LENGTH - 1)}…` : notice;
  const content = Buffer.from(JSON.stringify([Date.now(), formId, text])).toString("base64url");
  const signature = exchange.keyring.sign("notice", content).toString("base64url");
  exchange.answer.addCookie(cookie(COOKIE, content + signature, exchange.protocol));
}

/**
 * Returns the notice that the page before has left, and removes its cookie. A page that caches may share shows no notice, and HEAD
 * leaves it to GET.
 */
export function takeFlash(exchange: Exchange): Flash | undefined {
  const values = cookiesNamed(COOKIE, exchange);
  if (values.length === 0 || exchange.method !== "GET" || mayBeShared(exchange)) return undefined;
  exchange.answer.addCookie(`${cookie(COOKIE, "", exchange.protocol)}; Max-Age=0`);
  return values.map((value) => read(exchange, value)).find((flash) => flash !== undefined);
}

/**
 * Returns the notice that a form's `redirect` has left for the next page, and removes it. Call it on pages without a form; a form's
 * route shows the notice itself.
 *
 *     app.get("/presets", (req, res) => res.render("presets", { notice: takeNotice(req) }));
 *
 * @param req An Express request after `controls()`
 * @returns plain text; undefined if there is none
 * @throws TypeError for any other request
 */
export function takeNotice(req: object): string | undefined {
  const exchange = knownExchange(req);
  if (exchange === undefined)
    throw new TypeError("takeNotice() takes an Express request. Call app.use(controls()) before");
  return takeFlash(exchange)?.notice;
}

/** Returns the notice in a cookie's value, if this application signed it less than a minute ago. */
function read(exchange: Exchange, value: string): Flash | undefined {
  const content = value.slice(0, -SIGNATURE_LETTERS);
  const signature = Buffer.from(value.slice(-SIGNATURE_LETTERS), "base64url");
  if (!exchange.keyring.verify("notice", content, signature)) return undefined;
  const [time, formId, notice]: unknown[] = JSON.parse(Buffer.from(content, "base64url").toString());
  const isFresh = typeof time === "number" && Date.now() - time < LIFE;
  return isFresh && typeof formId === "string" && typeof notice === "string" ? { formId, notice } : undefined;
}
