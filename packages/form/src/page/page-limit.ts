import type { Control } from "@turnform/schema";
import type { Growth } from "../field/division.ts";
import type { Field } from "../field/field.ts";
import { type Spot, sumOfGrowth } from "./growth.ts";
import { Place } from "../field/place.ts";
import type { Draw } from "../field/template.ts";

/** How many times as long as the post and the fresh page together a page of a post may be. */
const MOST_TIMES = 200;

/** Default of `maxPageSize`, in characters. */
const MOST_CHARACTERS = 20_000_000;

/**
 * Most parts, each weighted by its level, that always keep in proportion: the fresh page holds each of them once. Most posts have no
 * more, and nothing is measured for them if that many fresh pages keep to the limit.
 */
const FEW_PARTS = 50;

/** The error of a post that would make a page too long. */
export interface PageError {
  readonly code: "page-too-long";
  /** Says in English how long the page would be, and how long it may be. */
  readonly message: string;
  /** Characters that the page would have, about, and may have. */
  readonly size: number;
  readonly maxSize: number;
}

/** Options of {@link PageLimit}. */
export interface PageLimitOptions {
  readonly root: Field;
  /** Prefix of the ids of all fields. */
  readonly idPrefix: string;
  readonly draw: Draw;
  /** The HTML of a fresh page. */
  readonly fresh: () => string;
  readonly maxPageSize: number | undefined;
}

/** Characters of HTML: `each` and, for every character of the field's id, `perId`. */
interface Cost {
  readonly each: number;
  readonly perId: number;
}

/** Refuses posts that would make a page too long, before it is drawn. */
export class PageLimit {
  readonly #options: PageLimitOptions;
  readonly #costs = new WeakMap<Field, Map<string, Cost>>();
  #freshSize: number | undefined;

  constructor(options: PageLimitOptions) {
    this.#options = options;
  }

  /**
   * Returns the error of a page that would be too long.
   *
   * @param cstruct The value that the page shows
   * @param controls The post
   * @returns undefined if the page may be drawn
   */
  check(cstruct: unknown, controls: readonly Control[]): PageError | undefined {
    const { root, idPrefix, maxPageSize } = this.#options;
    if (maxPageSize === Infinity) return undefined;
    const spot: Spot = { level: 1, idLength: idPrefix.length, hasTwin: false };
    const parts = sumOfGrowth(root, cstruct, spot, ({ times }, _, { level }) => times * level);
    if (parts === 0 && maxPageSize === undefined) return undefined;
    const fresh = (this.#freshSize ??= this.#options.fresh().length);
    const isFew = parts <= FEW_PARTS && fresh * (parts + 1) <= MOST_CHARACTERS;
    if (isFew && maxPageSize === undefined) return undefined;
    const added = sumOfGrowth(root, cstruct, spot, (growth, field, at) => this.#costOf(growth, field, at));
    const size = Math.round(fresh + added);
    const times = MOST_TIMES * (fresh + sizeOf(controls));
    const maxSize = maxPageSize ?? Math.min(times, MOST_CHARACTERS);
    if (size <= maxSize) return undefined;
    const message = `The page with what was posted would be about ${size} characters long; at most ${maxSize} are allowed`;
    return { code: "page-too-long", message, size, maxSize };
  }

  #costOf(growth: Growth, field: Field, { idLength, hasTwin }: Spot): number {
    const costs = this.#costs.get(field) ?? new Map<string, Cost>();
    this.#costs.set(field, costs);
    const key = `${growth.key} ${hasTwin}`;
    const cost = costs.get(key) ?? this.#measure(growth, field, hasTwin);
    costs.set(key, cost);
    // Numbers of items are up to five digits longer than the first one
    return growth.times * (cost.each + cost.perId * (idLength + 4));
  }

  /** Draws samples of a field under two ids, since deep in a page ids may be longer than all the rest. */
  #measure(growth: Growth, field: Field, hasTwin: boolean): Cost {
    const [without, added] = growth.samples();
    const around = { lists: [], isBlank: false, hasTwin, isCase: false, focus: undefined, readonly: false };
    const sizeAt = (id: string): number => {
      const [before, after] = [without, added].map((value) => {
        const place = new Place(field, id, value, undefined, { ...around, isPosted: true });
        return this.#options.draw(place.view()).length;
      });
      return Math.max(0, (after ?? 0) - (before ?? 0));
    };
    const [short, long] = [sizeAt("x".repeat(10)), sizeAt("x".repeat(110))];
    const perId = Math.max(0, (long - short) / 100);
    return { each: Math.max(0, short - 10 * perId), perId };
  }
}

/** Characters of a post: each control is its name, its value, and what parts it from the next one. */
function sizeOf(controls: readonly Control[]): number {
  let size = 0;
  for (const [name, value] of controls)
    size += name.length + 2 + (typeof value === "string" ? value.length : 0);
  return size;
}
