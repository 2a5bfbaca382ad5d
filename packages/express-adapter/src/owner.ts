import { randomBytes } from "node:crypto";
import type { Request } from "express";
import { keyringOf } from "./keyring.ts";

/** The sender of a request, known by a key that nobody else has. */
export interface Owner {
  /** Returns the key that came with the request; undefined where none came. */
  sent(): Promise<string | undefined>;
  /** Returns the key, also one that was made during the request; undefined where there is none yet. */
  known(): Promise<string | undefined>;
  /** Returns the key, and makes one where there is none. */
  certain(): Promise<string>;
  /** Replaces the key by a new one, in a new cookie. */
  rotate(): void;
}

type OwnedRequest<Params> = Pick<Request<Params>, "headers" | "method" | "secure" | "app" | "res">;

/** How long a key is good for, in milliseconds. */
const KEY_LIFE = 30 * 24 * 60 * 60 * 1000;
/** A key is replaced as a page is shown that could outlive it: a token in the page is good for a day. */
const RENEWED_AFTER = KEY_LIFE - 24 * 60 * 60 * 1000;

/** Letters of a key, and of a key with its signature. */
const KEY_LETTERS = 40;
const COOKIE_VALUE = /^[\w-]{72}$/;

const owners = new WeakMap<object, Owner>();

/** Returns who sends a request: by the application's word where it has one, else by a cookie. */
export function ownerOf<Params>(req: OwnedRequest<Params>): Owner {
  const known = owners.get(req) ?? new CookieOwner(req);
  owners.set(req, known);
  return known;
}

/**
 * Tells who sends a request by the application's word.
 *
 * @param give Returns a key, or `""` for someone whom the application does not know: the cookie then tells
 */
export function setOwner<Params>(req: OwnedRequest<Params>, give: () => string | Promise<string>): void {
  const cookie = new CookieOwner(req);
  owners.set(req, {
    sent: async () => (await give()) || cookie.sent(),
    known: async () => (await give()) || cookie.known(),
    certain: async () => (await give()) || cookie.certain(),
    rotate: () => cookie.rotate(),
  });
}

/**
 * Gives the person who sends a request a new key, in a new cookie: after signing in or out, so that a key from before is
 * worth nothing. Uploads that the old key kept, and tokens in pages that are still open, go with it.
 *
 *     save: async (login, req) => {
 *       await signIn(login, req);
 *       rotateOwner(req);
 *     }
 */
export function rotateOwner<Params>(req: OwnedRequest<Params>): void {
  ownerOf(req).rotate();
}

/**
 * Tells people apart by a random key of 192 bits in a cookie of the adapter's own, signed and dated: HttpOnly, SameSite=Lax, and on
 * https Secure with the prefix `__Host-`, so that no other host can set it. It is good for 30 days, and ends with the browser's session.
 */
class CookieOwner implements Owner {
  readonly #req: OwnedRequest<never>;
  readonly #sent: string | undefined;
  #key: string | undefined;

  constructor(req: OwnedRequest<never>) {
    this.#req = req;
    this.#sent = keyIn(req);
    this.#key = this.#sent;
  }

  async sent(): Promise<string | undefined> {
    return this.#sent;
  }

  async known(): Promise<string | undefined> {
    return this.#key;
  }

  async certain(): Promise<string> {
    return this.#key ?? this.#issue();
  }

  rotate(): void {
    this.#issue();
  }

  /** Makes a key, and sets its cookie. */
  #issue(): string {
    const req = this.#req;
    const issued = Buffer.alloc(6);
    issued.writeUIntBE(Date.now(), 0, 6);
    const key = Buffer.concat([randomBytes(24), issued]).toString("base64url");
    const signature = keyringOf(req).sign("owner", key).toString("base64url");
    const options = { httpOnly: true, sameSite: "lax", path: "/", secure: req.secure } as const;
    req.res?.cookie(cookieName(req), key + signature, options);
    this.#key = key;
    return key;
  }
}

function cookieName({ secure }: OwnedRequest<never>): string {
  return secure ? "__Host-turnform_owner" : "turnform_owner";
}

/** Returns the key in the request's cookie, if this application has signed it and it is young enough. */
function keyIn(req: OwnedRequest<never>): string | undefined {
  const start = `${cookieName(req)}=`;
  const showsPage = req.method === "GET" || req.method === "HEAD";
  for (const cookie of (req.headers.cookie ?? "").split(";")) {
    const text = cookie.trim();
    if (!text.startsWith(start)) continue;
    const value = text.slice(start.length);
    if (!COOKIE_VALUE.test(value)) continue;
    const key = value.slice(0, KEY_LETTERS);
    const signature = Buffer.from(value.slice(KEY_LETTERS), "base64url");
    if (!keyringOf(req).verify("owner", key, signature)) continue;
    const age = Date.now() - Buffer.from(key, "base64url").readUIntBE(24, 6);
    if (age < (showsPage ? RENEWED_AFTER : KEY_LIFE)) return key;
  }
  return undefined;
}
