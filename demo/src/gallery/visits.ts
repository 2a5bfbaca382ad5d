import { randomBytes } from "node:crypto";
import { HttpError } from "@turnform/express-adapter";
import type { Request } from "express";
import { BoundedMap } from "./bounded-map.ts";

/** Life of a visitor's state, in milliseconds. */
const KEPT_FOR = 60 * 60 * 1000;
const MOST_VISITORS = 200;
/** Largest state of a visitor, in characters of JSON. */
const MOST_KEPT = 20_000;

/**
 * Stores the state of a page's visitors in memory: for an hour at most, and only for the last 200 visitors. A cookie of the
 * page (HttpOnly, SameSite=Lax, Secure on https) holds each visitor's random key of 256 bits.
 */
export class Visits<State> {
  readonly #cookie: string;
  readonly #visits = new BoundedMap<string, { readonly state: State; readonly until: number }>(MOST_VISITORS);

  constructor(cookie: string) {
    this.#cookie = cookie;
  }

  /** Returns a visitor's state, or undefined if the visitor is new or the state has expired. */
  get(req: Request): State | undefined {
    const visit = this.#visits.get(this.#keyOf(req) ?? "");
    return visit && visit.until > Date.now() ? visit.state : undefined;
  }

  /**
   * Replaces a visitor's state.
   *
   * @throws {HttpError} 413 if the state is too large
   */
  set(req: Request, state: State): void {
    if (JSON.stringify(state).length > MOST_KEPT)
      throw new HttpError(413, "Your entries are too long to keep. Shorten them and send the form again.");
    // A key that the server did not issue, or has forgotten, gets replaced.
    const validKey = this.get(req) && this.#keyOf(req);
    const key = validKey ?? randomBytes(32).toString("base64url");
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
