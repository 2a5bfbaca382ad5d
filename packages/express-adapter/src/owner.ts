import { randomBytes } from "node:crypto";
import type { Request, Response } from "express";

const COOKIE = "turnform_owner";
const KEY = /(?:^|; ?)turnform_owner=([\w-]{43})(?:;|$)/;

/** Who an upload belongs to: the key that a request has, and one for the first file of a person without. */
export interface Owner {
  /** @returns undefined where the person can't have stored anything yet */
  known(): Promise<string | undefined>;
  /** @returns the key that files are stored with */
  certain(): Promise<string>;
}

/**
 * Tells people apart by a random key of 256 bits in a cookie of the adapter's own: HttpOnly, SameSite=Lax, Secure on https.
 *
 * The cookie is set when a person's first file is stored.
 */
export function cookieOwner(req: Pick<Request, "headers" | "secure">, res: Pick<Response, "cookie">): Owner {
  let key = KEY.exec(req.headers.cookie ?? "")?.[1];
  return {
    known: async () => key,
    async certain() {
      if (key === undefined) {
        key = randomBytes(32).toString("base64url");
        res.cookie(COOKIE, key, { httpOnly: true, sameSite: "lax", path: "/", secure: req.secure });
      }
      return key;
    },
  };
}

/** Tells people apart as the app does. */
export function givenOwner(give: () => string | Promise<string>): Owner {
  const key = async (): Promise<string> => give();
  return { known: key, certain: key };
}
