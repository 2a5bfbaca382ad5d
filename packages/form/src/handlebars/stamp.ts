import { escapeHtml } from "./escape.ts";
import { baseOf } from "./layers.ts";

/** Under which the base of views says how they are stamped. */
export const STAMP: unique symbol = Symbol("stamp");

/**
 * What a view shows: how it looks, in words, and the texts that stand in it as they are. Views with equal looks differ in texts
 * alone.
 */
export interface Imprint {
  readonly looks: string[];
  readonly texts: string[];
}

/** What is to be known of views over a base, so that one that was drawn stands for others. */
export interface Stamp {
  /**
   * @param imprint Takes what a view shows
   * @returns whether that can be told
   */
  read(view: object, imprint: Imprint): boolean;
  /** A view that looks like another one, with other texts, as many; it can't be stamped itself. */
  sample(view: object, texts: readonly string[]): object;
}

/** How many looks of a base are kept: messages may quote what was typed, and so have no end. */
const MOST_LOOKS = 50;

/**
 * Draws views that look alike by one of them: its HTML is taken apart at its texts, and put together with those of the others.
 *
 * Templates must not look into the texts, as the built-in ones don't.
 */
export class Stamps {
  readonly #draw: (view: object) => string;
  readonly #plates = new WeakMap<Stamp, Plates>();

  /** @param draw Draws a view as a whole */
  constructor(draw: (view: object) => string) {
    this.#draw = draw;
  }

  /** @returns the HTML of a view; undefined where it must be drawn as a whole, as one whose look was not the last one's */
  print(view: unknown): string | undefined {
    if (!isStamped(view)) return undefined;
    const stamp = view[STAMP];
    const looks: string[] = [];
    const texts: string[] = [];
    if (!stamp.read(view, { looks, texts })) return undefined;
    let plates = this.#plates.get(stamp);
    if (!plates) this.#plates.set(stamp, (plates = new Plates()));
    return plates.find(looks, () => this.#makePlate(stamp, view, texts.length))?.print(texts);
  }

  /** @returns undefined where what stands between the texts is not always the same */
  #makePlate(stamp: Stamp, view: object, count: number): Plate | undefined {
    // The marks are ASCII: beyond Latin-1 V8 would keep all pieces at two bytes a letter.
    const [plate, other] = ["a", "b"].map((word) => {
      const marks = Array.from({ length: count }, (_, i) => `\u007F${word}${i}\u007F`);
      const pieces = this.#draw(stamp.sample(view, marks)).split(/(\u007F[ab]\d+\u007F)/);
      return new Plate(pieces, marks);
    });
    return plate?.equals(other) ? plate : undefined;
  }
}

/** What prints the views over a base, by their looks. */
class Plates {
  readonly #known = new Map<string, Plate | undefined>();
  #lastLooks: readonly string[] | undefined;
  #last: Plate | undefined;

  /**
   * @param make Called where the looks are new, and the last ones asked for were the same
   * @returns undefined where there is none
   */
  find(looks: readonly string[], make: () => Plate | undefined): Plate | undefined {
    const isLikeLast = this.#lastLooks !== undefined && areEqual(looks, this.#lastLooks);
    if (isLikeLast && this.#last) return this.#last;
    this.#lastLooks = looks;
    const key = JSON.stringify(looks);
    if (isLikeLast && !this.#known.has(key)) {
      if (this.#known.size >= MOST_LOOKS) this.#known.clear();
      this.#known.set(key, make());
    }
    return (this.#last = this.#known.get(key));
  }
}

function areEqual(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((text, i) => text === others[i]);
}

/** HTML with places for texts. */
class Plate {
  readonly #pieces: readonly string[];
  /** Which text follows each piece but the last. */
  readonly #order: readonly number[];

  /** @param pieces HTML, and marks at each second position */
  constructor(pieces: readonly string[], marks: readonly string[]) {
    this.#pieces = pieces.filter((_, i) => i % 2 === 0);
    this.#order = pieces.filter((_, i) => i % 2 === 1).map((mark) => marks.indexOf(mark));
  }

  equals(other: Plate | undefined): boolean {
    return (
      other !== undefined &&
      this.#pieces.join("\u007F") === other.#pieces.join("\u007F") &&
      this.#order.join() === other.#order.join() &&
      !this.#order.includes(-1)
    );
  }

  print(texts: readonly string[]): string {
    const written = texts.map(escapeHtml);
    const pieces = this.#pieces;
    let html = pieces[0] ?? "";
    for (let i = 1; i < pieces.length; i++) html += `${written[this.#order[i - 1] ?? 0]}${pieces[i]}`;
    return html;
  }
}

/** A view that says how it is stamped by its base, and is no copy, which may have been changed. */
function isStamped(view: unknown): view is { readonly [STAMP]: Stamp } {
  return typeof view === "object" && view !== null && STAMP in view && baseOf(view) !== undefined;
}
