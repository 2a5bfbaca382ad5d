import MiniSearch from "minisearch";
import type { DocsPage } from "./docs.ts";

export interface Found {
  /** Address of the heading: `/docs/guide#files`. */
  readonly address: string;
  readonly title: string;
  readonly page: string;
  /** Piece of the text, split into matching and other parts. */
  readonly excerpt: readonly Part[];
}

interface Part {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Finds sections by words, the best first. */
export type Search = (query: string) => Promise<readonly Found[]>;

const MAX_FOUND = 30;
/** Length of an excerpt in characters, before and after the start of the first match. */
const [BEFORE, AFTER] = [80, 200];

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** A section in the index. */
interface Entry {
  readonly id: string;
  readonly title: string;
  readonly page: string;
  readonly text: string;
  readonly code: string;
}

/**
 * Creates a search over pages. It finds words by their beginnings and names by their parts: `route` finds `formRoute`. Longer
 * words may have a typo. A section matches if it has all words of the query; if no section does, some words are enough.
 *
 * The first search builds the index, a few sections at a time, so that other requests need not wait for it.
 */
export function createSearch(pages: readonly DocsPage[]): Search {
  const entries = new Map(pages.flatMap(entriesOf).map((entry) => [entry.id, entry]));
  const index = new MiniSearch<Entry>({
    fields: ["title", "page", "text", "code"],
    tokenize: (text) => text.match(WORD) ?? [],
    processTerm: formsOf,
    searchOptions: {
      boost: { title: 4, page: 2 },
      // Explanations go before the reference; a name in a title outweighs this.
      boostDocument: (id: string) => (id.startsWith("/docs/reference/") ? 0.5 : 1),
      prefix: ({ length }) => length > 2,
      fuzzy: ({ length }) => length > 4 && 0.2,
      processTerm: (word) => word.toLowerCase(),
    },
  });
  let filled: Promise<void> | undefined;

  return async (query) => {
    await (filled ??= index.addAllAsync([...entries.values()]));
    const all = index.search(query, { combineWith: "AND" });
    const results = all.length > 0 ? all : index.search(query);
    return results.slice(0, MAX_FOUND).flatMap(({ id, terms }) => {
      const entry = entries.get(id);
      return entry ? [foundOf(entry, new Set(terms))] : [];
    });
  };
}

function entriesOf({ address, title: page, sections }: DocsPage): Entry[] {
  return sections.map(({ level, id, title, text, code }) => ({
    id: level === 1 ? address : `${address}#${id}`,
    title,
    page,
    text,
    code: code.replaceAll(/\s+/g, " "),
  }));
}

/** Returns the index terms of a word: itself and its parts, in lower case. */
function formsOf(word: string): string[] {
  const parts = word.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u);
  return [...new Set([word, ...parts].map((form) => form.toLowerCase()))];
}

function foundOf({ id, title, page, text, code }: Entry, terms: ReadonlySet<string>): Found {
  const isMatch = (word: string): boolean => formsOf(word).some((form) => terms.has(form));
  const firstIn = (text: string): number =>
    [...text.matchAll(WORD)].find(([word]) => isMatch(word))?.index ?? -1;
  // If the title matches, the excerpt is the start of the text.
  const place = firstIn(title) < 0 ? firstIn(text) : 0;
  const excerpt =
    place < 0 && firstIn(code) >= 0 ? excerptAround(code, firstIn(code)) : excerptAround(text, place);
  const parts = excerpt.split(/([\p{L}\p{M}\p{N}]+)/u);
  return {
    address: id,
    title,
    page,
    excerpt: parts.map((part) => ({ text: part, isMatch: isMatch(part) })),
  };
}

/** Returns the text around a place, cut at word boundaries. */
function excerptAround(text: string, place: number): string {
  const start = place > BEFORE ? Math.min(text.indexOf(" ", place - BEFORE) + 1, place) : 0;
  const end = place + AFTER < text.length ? text.lastIndexOf(" ", place + AFTER) : text.length;
  return `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}
