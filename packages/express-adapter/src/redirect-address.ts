/** Stands for the site's own address where there is no request yet. */
const HERE = "https://here.invalid/";

/**
 * Refuses an address to redirect to that leads elsewhere than it seems to: for a browser `//host` and `/\host` are other sites, and
 * `https:host` is one as soon as the page came by http.
 *
 * @param location A path, or an address relative to the form's own; or another site's, spelt out as `https://host/…`
 * @param own The address of the request
 * @throws TypeError for any other
 */
export function checkAddress(location: string, own: string = HERE): void {
  if (!isPlain(location) || !(isWhole(location) || isOfSite(location, own)))
    throw new TypeError(
      `A form redirects to a path of its site, or to another site by https://…, not to ${JSON.stringify(location)}`,
    );
}

/** Browsers leave out some control characters, and read backslashes as slashes; in a query both are encoded. */
function isPlain(location: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return !/^[^?#]*[\\\u0000-\u001F\u007F]/.test(location);
}

/** Returns true for an address with scheme and host, and without a name that could be taken for the host. */
function isWhole(location: string): boolean {
  if (!/^https?:\/\/[^/?#@]+(?:[/?#]|$)/i.test(location) || !URL.canParse(location)) return false;
  const { username, password } = new URL(location);
  return username === "" && password === "";
}

/** Returns true for an address without a scheme that stays on the site. */
function isOfSite(location: string, own: string): boolean {
  if (/^[a-z][a-z\d+.-]*:/i.test(location)) return false;
  const base = URL.canParse(own) ? own : HERE;
  return URL.canParse(location, base) && new URL(location, base).origin === new URL(base).origin;
}
