import { randomBytes } from "node:crypto";
import { HttpError } from "@turnform/express-adapter";
import type { Request } from "express";
import { BoundedMap } from "./bounded-map.ts";

/** How long, in milliseconds, what a visitor left is kept. */
const KEPT_FOR = 60 * 60 * 1000;
/** How many visitors are remembered. */
const MOST_VISITORS = 200;
/** How much is kept of each, in characters of JSON. */
const MOST_KEPT = 20_000;

/**
 * What visitors of a page leave on the server, each by a random key of 256 bits in a cookie of the page's: HttpOnly,
 * SameSite=Lax, Secure on https. Kept in memory, an hour at most, and of the last 200 visitors only.
 */
export class Visits<State> {
  readonly #cookie: string;
  readonly #visits = new BoundedMap<string, { readonly state: State; readonly until: number }>(MOST_VISITORS);

  /** @param cookie Name of the cookie */
  constructor(cookie: string) {
    this.#cookie = cookie;
  }

  /** What a visitor left; undefined for one who is new, or was away for too long. */
  get(req: Request): State | undefined {
    const visit = this.#visits.get(this.#keyOf(req) ?? "");
    return visit && visit.until > Date.now() ? visit.state : undefined;
  }

  /**
   * Keeps what a visitor leaves, in place of what there was.
   *
   * @throws HttpError 413 where it is too much
   */
  set(req: Request, state: State): void {
    if (JSON.stringify(state).length > MOST_KEPT) throw new HttpError(413, "That is too much to be kept.");
    // A key that the server has not given, or has forgotten, is not taken up.
    const known = this.get(req) && this.#keyOf(req);
    const key = known ?? randomBytes(32).toString("base64url");
    this.#visits.set(key, { state, until: Date.now() + KEPT_FOR });
    req.res?.cookie(this.#cookie, key, {
      httpOnly: true,
      sameSite: "lax",
      secure: req.secure,
      path: req.baseUrl,
      maxAge: KEPT_FOR,
    });
  }

  #keyOf({ headers }: Request): string | undefined {
    const cookies = (headers.cookie ?? "").split(/;\s*/).map((cookie) => cookie.split("="));
    return cookies.find(([name]) => name === this.#cookie)?.[1];
  }
}
