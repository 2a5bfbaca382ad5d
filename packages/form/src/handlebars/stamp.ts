import { escapeHtml } from "./escape.ts";
import { baseOf } from "./layers.ts";
import type { Course, Run } from "./run.ts";
import type { Drawing } from "./setting.ts";

/** Under which the base of views says how they are stamped. */
export const STAMP: unique symbol = Symbol("stamp");

/**
 * What a view shows: how it looks, in words, the texts that stand in it as they are, and the lists of views that are drawn in it by
 * one template each, one after the other. Views with equal looks differ in texts and lists alone.
 */
export interface Imprint {
  readonly looks: string[];
  readonly texts: string[];
  readonly lists: Iterable<unknown>[];
}

/** What is to be known of views over a base, so that one that was drawn stands for others. */
export interface Stamp {
  /**
   * @param imprint Takes what a view shows
   * @returns whether that can be told
   */
  read(view: object, imprint: Imprint): boolean;
  /** A view that looks like another one, with other texts and lists, as many; it can't be stamped itself. */
  sample(view: object, texts: readonly string[], lists: readonly Iterable<unknown>[]): object;
}

/** How many looks of a base are kept, and of how many characters each: messages may quote what was typed, and so have no end. */
const MOST_LOOKS = 50;
const LONGEST_LOOKS = 1000;

/**
 * Draws views that look alike by one of them: its HTML is taken apart at its texts and lists, and put together with those of the
 * others.
 *
 * Templates must not look into the texts and lists, as the built-in ones don't.
 */
export class Stamps {
  readonly #draw: (view: object) => string;
  readonly #plates = new WeakMap<Stamp, Plates>();

  /** @param draw Draws a view as a whole */
  constructor(draw: (view: object) => string) {
    this.#draw = draw;
  }

  /** @returns whether it draws a view; one whose look was not the last one's, too, must be drawn as a whole */
  print(run: Run, view: unknown): boolean {
    if (!isStamped(view)) return false;
    const stamp = view[STAMP];
    const imprint: Imprint = { looks: [], texts: [], lists: [] };
    if (!stamp.read(view, imprint)) return false;
    let plates = this.#plates.get(stamp);
    if (!plates) this.#plates.set(stamp, (plates = new Plates()));
    const plate = plates.find(imprint.looks, () => this.#makePlate(view, imprint));
    plate?.print(run, imprint);
    return plate !== undefined;
  }

  /** @returns undefined where what stands between the texts and lists is not always the same, or a list is drawn in another way */
  #makePlate(view: Stamped, { texts, lists }: Imprint): Plate | undefined {
    const holes = lists.map(() => new Hole());
    // The marks are ASCII: beyond Latin-1 V8 would keep all pieces at two bytes a letter.
    const [parts = [], others] = ["a", "b"].map((word) => {
      const marks = [...texts, ...holes].map((_, i) => `\u007F${word}${i}\u007F`);
      holes.forEach((hole, i) => (hole.mark = marks[texts.length + i] ?? ""));
      const sample = view[STAMP].sample(
        view,
        marks.slice(0, texts.length),
        holes.map((hole) => [hole]),
      );
      const pieces = this.#draw(sample).split(/(\u007F[ab]\d+\u007F)/);
      return pieces.map((piece, i) => (i % 2 === 0 ? piece : marks.indexOf(piece)));
    });
    const isSteady = JSON.stringify(parts) === JSON.stringify(others) && !parts.includes(-1);
    const isWhole = lists.every((_, i) => parts.includes(texts.length + i));
    return isSteady && isWhole ? new Plate(parts, texts.length, holes) : undefined;
  }
}

/** Stands for all views of a list in a view that is drawn to take its HTML apart. */
export class Hole {
  /** What is written where it is drawn. */
  mark = "";
  /** What draws it, and so the views of the list. */
  drawing: Drawing | undefined;

  /** Writes the mark. */
  draw(run: Run, drawing: Drawing): void {
    this.drawing = drawing;
    run.out.write(this.mark);
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
    const key = JSON.stringify(looks);
    if (key.length > LONGEST_LOOKS) return undefined;
    this.#lastLooks = looks;
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

/** HTML with places for texts and lists. */
class Plate {
  /** What stands before each list, and behind the last one. */
  readonly #stretches: Stretch[] = [];
  /** Which list follows each stretch but the last, and what draws it. */
  readonly #places: { readonly list: number; readonly drawing: Drawing | undefined }[] = [];

  /**
   * @param parts HTML, and at each second position which of the texts stands there, or behind those which of the lists
   * @param texts How many texts there are
   * @param holes What stood for the lists
   */
  constructor(parts: readonly (string | number)[], texts: number, holes: readonly Hole[]) {
    let stretch = new Stretch();
    for (const part of parts) {
      if (typeof part === "string") stretch.pieces.push(part);
      else if (part < texts) stretch.order.push(part);
      else {
        const list = part - texts;
        this.#places.push({ list, drawing: holes[list]?.drawing });
        this.#stretches.push(stretch);
        stretch = new Stretch();
      }
    }
    this.#stretches.push(stretch);
  }

  print(run: Run, { texts, lists }: Imprint): void {
    const written = texts.map(escapeHtml);
    if (this.#places.length === 0) this.printPart(run, 0, written, lists);
    else run.begin(new Printing(this, written, lists));
  }

  /**
   * Writes one stretch, and begins with the list behind it.
   *
   * @param at Which stretch
   * @returns whether there is a list
   */
  printPart(run: Run, at: number, texts: readonly string[], lists: Imprint["lists"]): boolean {
    const place = this.#places[at];
    run.out.write(this.#stretches[at]?.print(texts) ?? "");
    if (place) run.begin(new Views(lists[place.list] ?? [], place.drawing));
    return place !== undefined;
  }
}

/** HTML with places for texts. */
class Stretch {
  readonly pieces: string[] = [];
  /** Which text follows each piece but the last. */
  readonly order: number[] = [];

  print(texts: readonly string[]): string {
    const { pieces, order } = this;
    let html = pieces[0] ?? "";
    for (let i = 1; i < pieces.length; i++) html += `${texts[order[i - 1] ?? 0]}${pieces[i]}`;
    return html;
  }
}

/** Prints a plate with lists in it. */
class Printing implements Course {
  readonly #plate: Plate;
  readonly #texts: readonly string[];
  readonly #lists: Imprint["lists"];
  #next = 0;

  constructor(plate: Plate, texts: readonly string[], lists: Imprint["lists"]) {
    this.#plate = plate;
    this.#texts = texts;
    this.#lists = lists;
  }

  advance(run: Run): boolean {
    return this.#plate.printPart(run, this.#next++, this.#texts, this.#lists);
  }
}

/** Draws views one after the other, by the same template. */
class Views implements Course {
  readonly #views: Iterator<unknown>;
  readonly #drawing: Drawing | undefined;

  constructor(views: Iterable<unknown>, drawing: Drawing | undefined) {
    this.#views = views[Symbol.iterator]();
    this.#drawing = drawing;
  }

  advance(run: Run): boolean {
    const { depth } = run;
    for (let view = this.#views.next(); view.done !== true; view = this.#views.next()) {
      this.#drawing?.(run, view.value);
      if (run.mustPause(depth)) return true;
    }
    return false;
  }
}

/** A view that says how it is stamped. */
interface Stamped {
  readonly [STAMP]: Stamp;
}

/** Whether a view's base says how it is stamped, and it is no copy, which may have been changed. */
function isStamped(view: unknown): view is Stamped {
  return typeof view === "object" && view !== null && STAMP in view && baseOf(view) !== undefined;
}
