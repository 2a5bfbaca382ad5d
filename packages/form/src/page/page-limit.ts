import type { Control } from "@turnform/schema";
import type { Growth } from "../field/division.ts";
import type { Field } from "../field/field.ts";
import { type Spot, sumOfGrowth } from "./growth.ts";
import { Place } from "../field/place.ts";
import type { Draw } from "../field/template.ts";

/** The page may be at most this many times as long as the post plus the fresh page. */
const MAX_FACTOR = 200;

/** Most characters of a page without `maxPageSize`. */
const DEFAULT_MAX_SIZE = 20_000_000;

/**
 * The largest number of added parts that needs no measuring. A part counts once per level. The fresh page contains each part once, so no
 * part is longer than that page.
 */
const FEW_PARTS = 50;

/** The error of a post whose page would be too long. */
export interface PageError {
  readonly code: "page-too-long";
  /** English text with the length of the page and the limit. */
  readonly message: string;
  /** Approximate length of the page, and the limit, in characters. */
  readonly size: number;
  readonly maxSize: number;
}

/** Options of {@link PageLimit}. */
export interface PageLimitOptions {
  readonly root: Field;
  readonly idPrefix: string;
  readonly draw: Draw;
  readonly fresh: () => string;
  readonly maxPageSize: number | undefined;
}

/** Number of characters of HTML: `base`, plus `perId` for each character of the field's id. */
interface Cost {
  readonly base: number;
  readonly perId: number;
}

/** Refuses posts with too long pages, before drawing them. */
export class PageLimit {
  readonly #options: PageLimitOptions;
  readonly #costs = new WeakMap<Field, Map<string, Cost>>();
  #freshSize: number | undefined;

  constructor(options: PageLimitOptions) {
    this.#options = options;
  }

  /**
   * Returns an error if the page would be too long.
   *
   * @param cstruct Value of the page
   * @param controls The post
   * @param more Length of what the widgets don't know: the choices that depend on other fields
   * @returns undefined if the page may be drawn
   */
  check(cstruct: unknown, controls: readonly Control[], more: number = 0): PageError | undefined {
    const { root, idPrefix, maxPageSize } = this.#options;
    if (maxPageSize === Infinity) return undefined;
    const spot: Spot = { level: 1, idLength: idPrefix.length, outerBlankHasField: false };
    const parts = sumOfGrowth(root, cstruct, spot, ({ times }, _, { level }) => times * level);
    if (parts === 0 && more === 0 && maxPageSize === undefined) return undefined;
    const fresh = (this.#freshSize ??= this.#options.fresh().length);
    const isFew = parts <= FEW_PARTS && fresh * (parts + 1) <= DEFAULT_MAX_SIZE && more === 0;
    if (isFew && maxPageSize === undefined) return undefined;
    const added = sumOfGrowth(root, cstruct, spot, (growth, field, at) => this.#costOf(growth, field, at));
    const size = Math.round(fresh + added + more);
    const limitFor = (posted: number): number =>
      maxPageSize ?? Math.min(MAX_FACTOR * (fresh + posted), DEFAULT_MAX_SIZE);
    // A control has at least two characters, and most posts need no exact count.
    if (size <= limitFor(2 * controls.length)) return undefined;
    const maxSize = limitFor(sizeOf(controls));
    if (size <= maxSize) return undefined;
    const message = `The page with what was posted would be about ${size} characters long; at most ${maxSize} are allowed`;
    return { code: "page-too-long", message, size, maxSize };
  }

  #costOf(growth: Growth, field: Field, { idLength, outerBlankHasField }: Spot): number {
    const costs = this.#costs.get(field) ?? new Map<string, Cost>();
    this.#costs.set(field, costs);
    const key = `${growth.key} ${outerBlankHasField}`;
    const cost = costs.get(key) ?? this.#measure(growth, field, outerBlankHasField);
    costs.set(key, cost);
    // Numbers of items have up to five digits, the sample's has one.
    return growth.times * (cost.base + cost.perId * (idLength + 4));
  }

  /** Draws samples of a field with two ids, because ids deep in a page may be longer than everything else. */
  #measure(growth: Growth, field: Field, outerBlankHasField: boolean): Cost {
    const [without, added] = growth.samples();
    const surroundings = {
      lists: [],
      isBlank: false,
      outerBlankHasField,
      isUnchosenCase: false,
      focus: undefined,
      readonly: false,
      isShownPage: false,
    };
    const sizeAt = (id: string): number => {
      const [before, after] = [without, added].map((value) => {
        const place = new Place(field, id, value, undefined, { ...surroundings, isPosted: true });
        return this.#options.draw(place.view()).length;
      });
      return Math.max(0, (after ?? 0) - (before ?? 0));
    };
    const [short, long] = [sizeAt("x".repeat(10)), sizeAt("x".repeat(110))];
    const perId = Math.max(0, (long - short) / 100);
    return { base: Math.max(0, short - 10 * perId), perId };
  }
}

/** Returns the length of a post: names, values and separators. */
function sizeOf(controls: readonly Control[]): number {
  let size = 0;
  for (const [name, value] of controls)
    size += name.length + 2 + (typeof value === "string" ? value.length : 0);
  return size;
}
