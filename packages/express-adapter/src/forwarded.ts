/** A proxy's headers with the address in the browser. */
export type ProxyHeaders = "x-forwarded" | "forwarded";

/** Option of readers without a setting of their server for proxies. */
export interface TrustProxyOption {
  /**
   * The headers of your proxy with the scheme and host that browsers see: `"x-forwarded"` for `X-Forwarded-Proto` and
   * `X-Forwarded-Host`, `"forwarded"` for `Forwarded` (RFC 7239). The proxy must replace the values that visitors send. Default: none
   * is read.
   */
  readonly trustProxy?: ProxyHeaders | undefined;
}

/** The address of a site as far as a proxy tells it. */
interface ForwardedAddress {
  readonly protocol?: string | undefined;
  readonly host?: string | undefined;
}

/** Matches a parameter of `Forwarded` and the sign after it. */
const PARAMETER = /[ \t]*([\w-]+)=(?:"([^"\\]*)"|([^\s;,"]*))[ \t]*([;,]|$)/y;
const HOST = /^[\w.:[\]-]+$/;

/**
 * Returns the scheme and host in the headers of a proxy. In a chain of proxies, each adds its own at the end, so the first is nearest to
 * the browser.
 *
 * @param header Returns a header of the request
 * @returns nothing for missing or malformed values
 */
export function forwardedAddress(
  header: (name: string) => string | undefined,
  headers: ProxyHeaders,
): ForwardedAddress {
  const { proto, host } =
    headers === "forwarded"
      ? firstForwarded(header("Forwarded") ?? "")
      : { proto: firstOf(header("X-Forwarded-Proto")), host: firstOf(header("X-Forwarded-Host")) };
  const protocol = proto?.toLowerCase();
  return {
    protocol: protocol === "http" || protocol === "https" ? protocol : undefined,
    host: host !== undefined && HOST.test(host) ? host : undefined,
  };
}

/** @throws TypeError for a value that the option does not have */
export function checkTrustProxy({ trustProxy }: TrustProxyOption): void {
  if (trustProxy === undefined || trustProxy === "x-forwarded" || trustProxy === "forwarded") return;
  throw new TypeError(
    `The option trustProxy is ${JSON.stringify(trustProxy)}. Give the headers of your proxy: "x-forwarded" or "forwarded"`,
  );
}

function firstOf(list: string | undefined): string | undefined {
  return list?.split(",", 1)[0]?.trim();
}

/** Returns the scheme and host of the first element of `Forwarded`, such as `for=192.0.2.1;proto=https;host=example.org`. */
function firstForwarded(text: string): { proto?: string | undefined; host?: string | undefined } {
  const found = new Map<string, string>();
  PARAMETER.lastIndex = 0;
  for (let match; (match = PARAMETER.exec(text));) {
    const [, name = "", quoted, plain = "", end] = match;
    found.set(name.toLowerCase(), quoted ?? plain);
    if (end !== ";") break;
  }
  return { proto: found.get("proto"), host: found.get("host") };
}
