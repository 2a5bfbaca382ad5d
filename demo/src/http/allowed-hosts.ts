import { isIP } from "node:net";
import { HttpError } from "@turnform/express-adapter";
import type { RequestHandler } from "express";

/**
 * Creates a handler that refuses requests to unknown host names with 403. It protects against DNS rebinding: a stranger's page can
 * point its own host name at this machine, but it can't use an IP address or `localhost` as its name.
 *
 * @param names Allowed host names, besides IP addresses, `localhost` and names below `.localhost`
 */
export function allowedHosts(names: readonly string[]): RequestHandler {
  const allowed = new Set(names);
  return (req, _res, next) => {
    const name = (req.hostname ?? "").toLowerCase();
    const isAddress = isIP(name.replace(/^\[(.*)\]$/, "$1")) !== 0;
    if (!isAddress && !/^(?:.+\.)?localhost$/.test(name) && !allowed.has(name))
      throw new HttpError(
        403,
        `The host name "${name.slice(0, 255)}" is not allowed. Add it to ALLOWED_HOSTS, or use an IP address.`,
      );
    next();
  };
}

/**
 * Parses the variable `ALLOWED_HOSTS`.
 *
 * @param text Host names without ports, separated by commas; empty means none
 * @throws {Error} for any other text
 */
export function parseAllowedHosts(text = ""): string[] {
  const names = text
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "");
  const wrong = names.find((name) => !/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(name));
  if (wrong !== undefined)
    throw new Error(`ALLOWED_HOSTS must be host names separated by commas, without ports, not "${wrong}".`);
  return names;
}
