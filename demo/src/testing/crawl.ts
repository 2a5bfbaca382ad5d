import { parseHTML } from "linkedom";

/** The answer of an address. */
interface Visited {
  readonly status: number;
  /** Undefined for other files than HTML. */
  readonly document?: ReturnType<typeof parseHTML>["document"];
  /** Addresses of the same site, with their fragments. */
  readonly links: readonly URL[];
}

/** Elements that lead to pages or files. */
const LINKS = ["a[href]", "link[href]", "script[src]", "img[src]", "source[srcset]"];

/**
 * Visits all addresses of a site that its first page leads to, in one or more steps.
 *
 * @param start Address of the first page
 * @returns the answers by their addresses, which have no fragments
 */
export async function crawl(start: string): Promise<ReadonlyMap<string, Visited>> {
  const found = new Map<string, Visited>();
  let next = [start];
  while (next.length > 0) {
    const answers = await Promise.all(
      next.map(async (address) => {
        const answer = await visit(address);
        found.set(address, answer);
        return answer;
      }),
    );
    const targets = new Set(answers.flatMap(({ links }) => links.map(withoutFragment)));
    next = [...targets].filter((address) => !found.has(address));
  }
  return found;
}

async function visit(address: string): Promise<Visited> {
  const response = await fetch(address);
  const { status } = response;
  const text = await response.text();
  const isHtml = response.headers.get("content-type")?.startsWith("text/html") ?? false;
  if (!isHtml) return { status, links: [] };
  const { document } = parseHTML(text);
  const links = [...document.querySelectorAll(LINKS.join())]
    .flatMap((element) => ["href", "src", "srcset"].flatMap((name) => element.getAttribute(name) ?? []))
    .map((href) => new URL(href, address))
    .filter(({ origin }) => origin === new URL(address).origin);
  return { status, document, links };
}

/** Returns the address of a page without the element in it. */
export function withoutFragment({ href }: URL): string {
  return href.replace(/#.*/, "");
}
