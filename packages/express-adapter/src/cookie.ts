import type { Exchange } from "./exchange.ts";

/**
 * Writes a cookie of the adapter for `Set-Cookie`. It is HttpOnly and SameSite=Lax, and ends with the browser's session. On https
 * it is Secure, and its name begins with `__Host-`, so that no other host can set it.
 *
 * @param value Letters that need no encoding
 * @param protocol `http` or `https`
 */
export function cookie(name: string, value: string, protocol: string): string {
  const secure = protocol === "https" ? " Secure;" : "";
  return `${fullName(name, protocol)}=${value}; Path=/; HttpOnly;${secure} SameSite=Lax`;
}

/** Returns the values of all cookies of a request with a name of the adapter. A browser may send several. */
export function cookiesNamed(name: string, exchange: Exchange): readonly string[] {
  const start = `${fullName(name, exchange.protocol)}=`;
  return (exchange.header("Cookie") ?? "")
    .split(";")
    .map((text) => text.trim())
    .filter((text) => text.startsWith(start))
    .map((text) => text.slice(start.length));
}

function fullName(name: string, protocol: string): string {
  return protocol === "https" ? `__Host-${name}` : name;
}
