/** Matches characters outside of addresses, and percent signs without two digits. */
const UNSAFE = /[^\u0021\u0023-\u003B\u003D\u003F-\u005F\u0061-\u007A\u007C\u007E]|%(?![\dA-Fa-f]{2})/gu;

/** Stands for the site's own address before there is a request. */
const PLACEHOLDER = "https://here.invalid/";

/**
 * Refuses redirects to another site that look like paths. Browsers take `//host` and `/\host` for other sites, and
 * `https:host` too if the page came by http.
 *
 * @param location A path, an address relative to the form's own, or another site's full address, `https://host/…`
 * @param requestUrl The address of the request
 * @throws TypeError for any other address
 */
export function checkAddress(location: string, requestUrl: string = PLACEHOLDER): void {
  if (!hasPlainPath(location) || !(isFullAddress(location) || staysOnSite(location, requestUrl)))
    throw new TypeError(
      `Can't redirect to ${JSON.stringify(location)}. Give a path of this site, or a full address with https://`,
    );
}

/** Returns false for control characters and backslashes before the query. Browsers drop the former, and read `\` as `/`. */
function hasPlainPath(location: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return !/^[^?#]*[\\\u0000-\u001F\u007F]/.test(location);
}

/** Returns true for an address with scheme and host, and without a user name that could be mistaken for the host. */
function isFullAddress(location: string): boolean {
  if (!/^https?:\/\/[^/?#@]+(?:[/?#]|$)/i.test(location) || !URL.canParse(location)) return false;
  const { username, password } = new URL(location);
  return username === "" && password === "";
}

/** Returns true for an address without a scheme that stays on the site. */
function staysOnSite(location: string, requestUrl: string): boolean {
  // Browsers ignore spaces at the start.
  if (/^ *[a-z][a-z\d+.-]*:/i.test(location)) return false;
  const base = URL.canParse(requestUrl) ? requestUrl : PLACEHOLDER;
  return URL.canParse(location, base) && new URL(location, base).origin === new URL(base).origin;
}

/** Encodes an address for a header, as Express's `res.location()` does. Encoded characters stay. */
export function encodeAddress(address: string): string {
  return address.replace(UNSAFE, (character) =>
    // Half of a surrogate pair is no character
    encodeURIComponent(/\p{Surrogate}/u.test(character) ? "\uFFFD" : character),
  );
}
