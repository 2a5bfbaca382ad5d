/** What `TURNTABLE` names. */
export type Target =
  | { readonly kind: "sim" }
  | { readonly kind: "serial"; readonly path: string }
  | ({ readonly kind: "tcp" } & Address);

/** Where TCP connects to or listens. */
export interface Address {
  /** A name or an address; IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
}

/**
 * Reads the variable `TURNTABLE`.
 *
 * @param text `sim` (also where it is empty), `serial:PATH` or `tcp:HOST:PORT`, an IPv6 address in brackets
 * @throws {Error} where it is none of them
 */
export function parseTarget(text = ""): Target {
  if (text === "" || text === "sim") return { kind: "sim" };
  if (/^serial:./.test(text)) return { kind: "serial", path: text.slice("serial:".length) };
  const address = text.startsWith("tcp:") ? parseAddress(text.slice("tcp:".length)) : undefined;
  if (address && address.port > 0) return { kind: "tcp", ...address };
  throw new Error(`TURNTABLE must be "sim", "serial:PATH" or "tcp:HOST:PORT", not "${text}".`);
}

/**
 * Reads the variable `TURNTABLE_BRIDGE`.
 *
 * @param text `HOST:PORT` (`127.0.0.1:7777` where it is empty; port 0 takes a free one) or `off`
 * @returns where the bridge listens, or undefined where there is to be none
 * @throws {Error} where it is neither
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
