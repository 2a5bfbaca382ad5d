import MiniSearch from "minisearch";
import { stemmer } from "stemmer";
import { excerptAround } from "./excerpt.ts";

/** A section in the index of the search. It is plain data, so that a browser can load it too. */
export interface SearchEntry {
  /** Address of the heading: `/docs/guide#files`. */
  readonly address: string;
  readonly title: string;
  /** Title of the section's page. */
  readonly page: string;
  readonly text: string;
  readonly code: string;
  /** Factor of the section's score. */
  readonly weight: number;
}

/** A search result: a section of a page. */
export interface Found {
  /** Address of the heading: `/docs/guide#files`. */
  readonly address: string;
  readonly title: string;
  /** Title of the section's page. Undefined for the page itself. */
  readonly page: string | undefined;
  /** Piece of the text, split into matching and other parts. */
  readonly excerpt: readonly Part[];
}

interface Part {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Finds sections by words, the best first. */
export type Search = (query: string) => Promise<readonly Found[]>;

/** Longest query in characters, also the `maxlength` of its control. */
export const MAX_QUERY = 100;

const MAX_FOUND = 30;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Creates a search over sections. A word in a heading counts four times, one in the page's title three times, and one in text or code once.
 * The entry's weight multiplies the sum.
 *
 * Words match in all their forms, by their stem: `deploying` finds `deploy`. Beginnings and typos of longer words count a tenth.
 * Names match by their parts: `route` finds `formRoute`. A section matches if it has all words of the query; if no section does,
 * some words are enough.
 *
 * The first search builds the index, a few sections at a time, so that other work need not wait for it.
 */
export function createSearch(entries: readonly SearchEntry[]): Search {
  const byAddress = new Map(entries.map((entry) => [entry.address, entry]));
  // Most words come often, and the stems are half of the time that the index takes
  const known = new Map<string, string[]>();
  const formsOf = (word: string): string[] => {
    const forms = known.get(word) ?? makeForms(word);
    known.set(word, forms);
    return forms;
  };
  const index = new MiniSearch<SearchEntry>({
    idField: "address",
    fields: ["title", "page", "text", "code"],
    tokenize: (text) => text.match(WORD) ?? [],
    processTerm: formsOf,
    searchOptions: {
      boost: { title: 4, page: 3 },
      boostDocument: (address: string) => byAddress.get(address)?.weight ?? 1,
      weights: { prefix: 0.1, fuzzy: 0.1 },
      prefix: ({ length }) => length > 2,
      fuzzy: ({ length }) => length > 4 && 0.2,
      processTerm: formOf,
    },
  });
  let filled: Promise<void> | undefined;

  return async (query) => {
    await (filled ??= index.addAllAsync(entries));
    const all = index.search(query, { combineWith: "AND" });
    const results = all.length > 0 ? all : index.search(query);
    return results.slice(0, MAX_FOUND).flatMap(({ id, terms }) => {
      const entry = byAddress.get(id);
      if (!entry) return [];
      const matching = new Set(terms);
      return [foundOf(entry, (word) => formsOf(word).some((form) => matching.has(form)))];
    });
  };
}

/** Returns the stem of a word in lower case, the same for all its forms. */
function formOf(word: string): string {
  return stemmer(word.toLowerCase());
}

/** Returns the index terms of a word: its stem, and those of its parts. */
function makeForms(word: string): string[] {
  const parts = word.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u);
  return [...new Set([word, ...parts].map(formOf))];
}

function foundOf(
  { address, title, page, text, code }: SearchEntry,
  isMatch: (word: string) => boolean,
): Found {
  const firstIn = (text: string): number =>
    [...text.matchAll(WORD)].find(([word]) => isMatch(word))?.index ?? -1;
  // If the title matches, the excerpt is the start of the text.
  const place = firstIn(title) < 0 ? firstIn(text) : 0;
  const excerpt =
    place < 0 && firstIn(code) >= 0 ? excerptAround(code, firstIn(code)) : excerptAround(text, place);
  const parts = excerpt.split(/([\p{L}\p{M}\p{N}]+)/u);
  return {
    address,
    title,
    page: page === title ? undefined : page,
    excerpt: parts.map((part) => ({ text: part, isMatch: isMatch(part) })),
  };
}
