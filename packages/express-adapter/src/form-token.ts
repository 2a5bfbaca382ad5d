import { createHmac, timingSafeEqual } from "node:crypto";
import type { Control } from "@turnform/schema";
import { HttpError } from "./http-error.ts";

/**
 * Signs a person's key, for a hidden control that another site's page can't know.
 *
 * @param secret The application's own, at least 32 characters, the same in all its processes
 * @param owner The person's key, from a cookie
 */
export function formToken(secret: string, owner: string): string {
  return createHmac("sha256", secret).update(owner).digest("base64url");
}

/**
 * Refuses a post without the token of the person who sends it.
 *
 * @throws HttpError 403
 */
export function checkFormToken(
  secret: string,
  owner: string | undefined,
  controls: readonly Control[],
): void {
  const given = controls.find(([name]) => name === "__token__")?.[1];
  const wanted = Buffer.from(owner === undefined ? "" : formToken(secret, owner));
  const came = Buffer.from(typeof given === "string" ? given : "");
  if (wanted.length === 0 || wanted.length !== came.length || !timingSafeEqual(wanted, came)) {
    throw new HttpError(
      403,
      "This form's page is out of date, or cookies are off: load the page again, and send it from there",
    );
  }
}
