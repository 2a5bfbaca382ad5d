import type { z } from "zod";
import { check, type CheckOptions } from "./check.ts";

/** Scheme and user (no user without a scheme); host, maybe in brackets; port; path, query and fragment. */
const PARTS =
  /^(?:(?:http|ftp)s?:\/\/(?:[^\s:@/?#]+(?::[^\s:@/?#]*)?@)?)?(?:\[([\da-f:.]+)\]|([^\s:@/?#[\]]+))(?::\d{1,5})?(?:[/?#]\S*)?$/i;
const NUMBER = /^(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/;
const LABEL = /^[a-z\d\u00a1-\uffff-]+$/i;
const TOP_LABEL = /^(?:[a-z\u00a1-\uffff-]{2,}|xn--[a-z\d]+)$/i;
/** Limit of a label of a domain name, in characters (RFC 1034, section 3.1). */
const MAX_LABEL = 63;

/**
 * Makes a check for web and FTP addresses: `https://user:secret@example.com:8080/path?q#f`, `www.example.com`, `localhost`,
 * `http://[::1]/`.
 *
 *     z.string().check(url())
 *
 * Without a scheme, the host must be a name with a dot, an IP address or `localhost`, and a user is not allowed.
 * `mailto:ann@example.com` and `javascript:…@example.com` therefore fail.
 */
export function url(options?: CheckOptions): z.core.$ZodCheck<string> {
  return check("url", isUrl, {}, options);
}

function isUrl(text: string): boolean {
  const [found, address, host = ""] = PARTS.exec(text) ?? [];
  if (found === undefined) return false;
  return address !== undefined || host.toLowerCase() === "localhost" || isIpv4(host) || isDomain(host);
}

function isIpv4(host: string): boolean {
  const numbers = host.split(".");
  return numbers.length === 4 && numbers.every((number) => NUMBER.test(number));
}

function isDomain(host: string): boolean {
  const labels = host.replace(/\.$/, "").split(".");
  return labels.length > 1 && labels.every(isLabel) && TOP_LABEL.test(labels.at(-1) ?? "");
}

function isLabel(label: string): boolean {
  return label.length <= MAX_LABEL && LABEL.test(label) && !label.startsWith("-") && !label.endsWith("-");
}
