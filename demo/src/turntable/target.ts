/** A parsed value of `TURNTABLE`. */
export type Target =
  | { readonly kind: "sim" }
  | { readonly kind: "serial"; readonly path: string }
  | ({ readonly kind: "tcp" } & Address);

/** A TCP address to connect to or to listen at. */
export interface Address {
  /** Host name or IP address; IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
}

/**
 * Parses the variable `TURNTABLE`.
 *
 * @param text `sim` (or empty), `serial:PATH` or `tcp:HOST:PORT`, with IPv6 addresses in brackets
 * @throws {Error} for any other text
 */
export function parseTarget(text = ""): Target {
  if (text === "" || text === "sim") return { kind: "sim" };
  if (/^serial:./.test(text)) return { kind: "serial", path: text.slice("serial:".length) };
  const address = text.startsWith("tcp:") ? parseAddress(text.slice("tcp:".length)) : undefined;
  if (address && address.port > 0) return { kind: "tcp", ...address };
  throw new Error(`TURNTABLE must be "sim", "serial:PATH" or "tcp:HOST:PORT", not "${text}".`);
}

/**
 * Parses the variable `TURNTABLE_BRIDGE`.
 *
 * @param text `HOST:PORT` or `off`; empty means `127.0.0.1:7777`, and port 0 takes a free port
 * @returns the bridge's address, or undefined for `off`
 * @throws {Error} for any other text
 */
export function parseBridge(text = ""): Address | undefined {
  if (text === "off") return undefined;
  const address = parseAddress(text || "127.0.0.1:7777");
  if (address) return address;
  throw new Error(`TURNTABLE_BRIDGE must be "HOST:PORT" or "off", not "${text}".`);
}

function parseAddress(text: string): Address | undefined {
  const [, ipv6, name, digits] = /^(?:\[([0-9a-f:.%]+)\]|([^\s:[\]]+)):(\d{1,5})$/i.exec(text) ?? [];
  const host = ipv6 ?? name;
  const port = Number(digits);
  return host !== undefined && port <= 65_535 ? { host, port } : undefined;
}
