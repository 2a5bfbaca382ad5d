import type { Language } from "@turnform/form";

/** An entry of a header such as `Accept`. */
interface Range {
  readonly name: string;
  /** From 0 (never) to 1. */
  readonly quality: number;
}

/** Returns how exactly a range names an offer: 0 for `*`; undefined if it does not. */
type Specificity = (range: string, offer: string) => number | undefined;

/**
 * Returns the preferred language of an `Accept-Language`, or else the first language.
 *
 * @throws TypeError for an empty list
 */
export function chooseLanguage(header: string | undefined, languages: readonly Language[]): Language {
  const [first] = languages;
  if (!first) throw new TypeError("requestLanguage() needs at least one language; the list is empty");
  const tag = preferredLanguage(
    header,
    languages.map((language) => language.tag),
  );
  return languages.find((language) => language.tag === tag) ?? first;
}

/** Returns the preferred language of an `Accept-Language`; undefined if none of the tags is accepted. */
export function preferredLanguage(header: string | undefined, tags: readonly string[]): string | undefined {
  return preferred(header ?? "*", tags, (range, tag) => {
    if (range === tag) return 4;
    if (primaryOf(range) === tag) return 2;
    if (range === primaryOf(tag)) return 1;
    return range === "*" ? 0 : undefined;
  });
}

/** Returns the preferred media type of an `Accept`; undefined if none of the types is accepted. */
export function preferredType(header: string | undefined, types: readonly string[]): string | undefined {
  return preferred(header ?? "*/*", types, (range, type) => {
    if (range === type) return 6;
    const [main, sub] = range.split("/", 2);
    if (sub !== "*") return undefined;
    if (main === "*") return 0;
    return type.startsWith(`${main}/`) ? 4 : undefined;
  });
}

/**
 * Returns the offer with the highest quality in a header (RFC 9110, 12.4). Among equals, the more exactly named one wins, then the
 * one that the header names first, then the first offer.
 */
function preferred(header: string, offers: readonly string[], specificity: Specificity): string | undefined {
  const ranges = header.split(",").map(parseRange);
  let best: { offer: string; rank: readonly number[] } | undefined;
  for (const offer of offers) {
    const rank = rankOf(offer.toLowerCase(), ranges, specificity);
    if (rank && (best === undefined || isHigher(rank, best.rank))) best = { offer, rank };
  }
  return best?.offer;
}

/** Returns quality, specificity and order of the range that decides about an offer; undefined if the offer is not accepted. */
function rankOf(
  offer: string,
  ranges: readonly Range[],
  specificity: Specificity,
): readonly [number, number, number] | undefined {
  let decisive: readonly number[] = [];
  let rank: readonly [number, number, number] | undefined;
  ranges.forEach(({ name, quality }, index) => {
    const exactness = specificity(name, offer);
    if (exactness === undefined) return;
    const candidate = [exactness, quality, index];
    if (rank !== undefined && !isHigher(candidate, decisive)) return;
    decisive = candidate;
    rank = [quality, exactness, -index];
  });
  return rank !== undefined && rank[0] > 0 ? rank : undefined;
}

function isHigher(one: readonly number[], other: readonly number[]): boolean {
  const difference = one.findIndex((value, index) => value !== other[index]);
  return difference !== -1 && (one[difference] ?? 0) > (other[difference] ?? 0);
}

/** Parses an entry. A media type with parameters other than `q` matches no offer. */
function parseRange(entry: string): Range {
  const [name = "", ...parameters] = entry.split(";").map((part) => part.trim().toLowerCase());
  const others = parameters.filter((parameter) => !parameter.startsWith("q="));
  const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
  return { name: [name, ...others].join(";"), quality: Number.parseFloat(quality) || 0 };
}

function primaryOf(tag: string): string {
  return tag.split("-", 1)[0] ?? "";
}
