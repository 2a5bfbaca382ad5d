import { randomBytes } from "node:crypto";
import { cookie, cookiesNamed } from "./cookie.ts";
import { type Exchange, knownExchange } from "./exchange.ts";

/** The sender of a request, identified by a key that nobody else has. */
export interface Owner {
  /** Returns the key that came with the request; undefined if none came. */
  sent(): Promise<string | undefined>;
  /** Returns the key, even if it was created during this request; undefined if there is none yet. */
  current(): Promise<string | undefined>;
  /** Returns the key, and creates one if there is none. */
  getOrCreate(): Promise<string>;
  /** Replaces the key with a new one, in a new cookie. */
  rotate(): void;
}

/** Lifetime of a key, in milliseconds. */
const KEY_LIFE = 30 * 24 * 60 * 60 * 1000;
/** Age at which a shown page renews the key, in milliseconds. The page could outlive the key: its token is valid for a day. */
const RENEWED_AFTER = KEY_LIFE - 24 * 60 * 60 * 1000;

/** Letters of a key, without its signature. */
const KEY_LETTERS = 40;
const COOKIE = "turnform_owner";
const COOKIE_VALUE = /^[\w-]{72}$/;

const owners = new WeakMap<Exchange, Owner>();

/** Returns the sender of a request, as the application names it, or else by a cookie. */
export function ownerOf(exchange: Exchange): Owner {
  const owner = owners.get(exchange) ?? new CookieOwner(exchange);
  owners.set(exchange, owner);
  return owner;
}

/**
 * Lets the application name the sender of a request.
 *
 * @param ownerKey Returns a key, or `""` if the application does not know the sender: the cookie then decides
 */
export function setOwner(exchange: Exchange, ownerKey: () => string | Promise<string>): void {
  const cookie = new CookieOwner(exchange);
  owners.set(exchange, {
    sent: async () => (await ownerKey()) || cookie.sent(),
    current: async () => (await ownerKey()) || cookie.current(),
    getOrCreate: async () => (await ownerKey()) || cookie.getOrCreate(),
    rotate: () => cookie.rotate(),
  });
}

/**
 * Gives the sender of a request a new key, in a new cookie. Call it after signing in or out, so that an earlier key becomes
 * worthless. Uploads kept under the old key are lost, and tokens in open pages become invalid.
 *
 *     save: async (login, req) => {
 *       await signIn(login, req);
 *       rotateOwner(req);
 *     }
 *
 * @param request An Express request after `controls()`, or the web request that a handler gives to its callbacks
 * @throws TypeError for any other request
 */
export function rotateOwner(request: object): void {
  const exchange = knownExchange(request);
  if (exchange === undefined)
    throw new TypeError(
      "rotateOwner() takes the request of a form. On Express, call app.use(controls()) before",
    );
  ownerOf(exchange).rotate();
}

/**
 * Identifies people by a random key of 192 bits, signed and dated, in a cookie of the adapter. The cookie is HttpOnly and
 * SameSite=Lax. On https it is Secure with the prefix `__Host-`, so that no other host can set it. The key is valid for
 * 30 days; the cookie ends with the browser's session.
 */
class CookieOwner implements Owner {
  readonly #exchange: Exchange;
  readonly #sent: string | undefined;
  #key: string | undefined;

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
    this.#sent = keyIn(exchange);
    this.#key = this.#sent;
  }

  async sent(): Promise<string | undefined> {
    return this.#sent;
  }

  async current(): Promise<string | undefined> {
    return this.#key;
  }

  async getOrCreate(): Promise<string> {
    return this.#key ?? this.#issue();
  }

  rotate(): void {
    this.#issue();
  }

  /** Creates a key, and sets its cookie. */
  #issue(): string {
    const { answer, keyring, protocol } = this.#exchange;
    const issued = Buffer.alloc(6);
    issued.writeUIntBE(Date.now(), 0, 6);
    const key = Buffer.concat([randomBytes(24), issued]).toString("base64url");
    const signature = keyring.sign("owner", key).toString("base64url");
    answer.addCookie(cookie(COOKIE, key + signature, protocol));
    this.#key = key;
    return key;
  }
}

/** Returns the key in the request's cookie, if this application signed it and it has not expired. */
function keyIn(exchange: Exchange): string | undefined {
  const showsPage = exchange.method === "GET" || exchange.method === "HEAD";
  for (const value of cookiesNamed(COOKIE, exchange)) {
    if (!COOKIE_VALUE.test(value)) continue;
    const key = value.slice(0, KEY_LETTERS);
    const signature = Buffer.from(value.slice(KEY_LETTERS), "base64url");
    if (!exchange.keyring.verify("owner", key, signature)) continue;
    const age = Date.now() - Buffer.from(key, "base64url").readUIntBE(24, 6);
    if (age < (showsPage ? RENEWED_AFTER : KEY_LIFE)) return key;
  }
  return undefined;
}
