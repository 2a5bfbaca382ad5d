/** An attribute with an address on the site. In code and text, quotation marks are escaped, so that they are no attributes. */
const ADDRESS = / (?<name>href|src|srcset|action)="(?<address>\/[^"]*)"/g;

/** Returns the file of an address: `/docs` is `index.html`, `/docs/guide` is `guide.html`, `/docs.css` is `docs.css`. */
export function fileOf(address: string): string {
  const path = decodeURI(address)
    .replace(/^\/docs(?:\/|$)/, "/")
    .slice(1);
  if (path === "") return "index.html";
  return /\.\w+$/.test(path) ? path : `${path}.html`;
}

/** Returns the addresses on the site that an HTML page links to or loads, without anchors and queries. */
export function addressesIn(html: string): string[] {
  return [...html.matchAll(ADDRESS)].map(([, , address = ""]) => split(address).path);
}

/**
 * Makes the addresses of an HTML page relative, so that the site works below any path of a server. Links to pages that are not
 * exported lose their addresses, and become text.
 *
 * @param file The page's own file
 * @param isExported Returns true for the addresses that have files
 */
export function withRelativeLinks(
  html: string,
  file: string,
  isExported: (address: string) => boolean,
): string {
  const up = "../".repeat(file.split("/").length - 1);
  return html.replaceAll(ADDRESS, (_, name: string, address: string) => {
    const { path, rest } = split(address);
    return isExported(path) ? ` ${name}="${up}${fileOf(path)}${rest}"` : "";
  });
}

/** Splits an address before its query or anchor. */
function split(address: string): { readonly path: string; readonly rest: string } {
  const [path = ""] = /^[^?#]*/.exec(address) ?? [];
  return { path, rest: address.slice(path.length) };
}
