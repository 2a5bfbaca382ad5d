import { ANY_NAME, ANY_POSITION, BESIDE, type Edge, INSIDE } from "./edge.ts";
import { checkLength, cutPath, isPosition, unescape } from "./path.ts";

const ANY = Symbol("*");
const DEEP = Symbol("**");
type Segment = string | typeof ANY | typeof DEEP;

/** Progress along a pattern: positions of the segments that may come next. If empty, nothing below matches. */
export type State = readonly number[];

/**
 * A path in which `*` matches any name or item, and `**` any number of them, including none.
 *
 *     const pattern = new Pattern("cycles.*.angle")
 *     pattern.next(pattern.start, "cycles")
 */
export class Pattern {
  readonly #segments: readonly Segment[];
  /** State at the root. */
  readonly start: State;

  /** @throws PathError if it has more than 100 names and stars */
  constructor(text: string) {
    const parts = cutPath(text);
    checkLength(parts, text);
    this.#segments = parts.map((part) => (part === "*" ? ANY : part === "**" ? DEEP : unescape(part)));
    this.start = this.#skipDeep([0]);
  }

  /** Returns the state after an edge. */
  next(state: State, edge: Edge): State {
    if (edge === INSIDE) return state;
    if (edge === BESIDE) return [];
    return this.#skipDeep(
      state.flatMap((i) => {
        const segment = this.#segments[i];
        if (segment === DEEP) return [i];
        return segment !== undefined && leads(segment, edge) ? [i + 1] : [];
      }),
    );
  }

  /** Returns true if the whole pattern is matched. */
  accepts(state: State): boolean {
    return state.includes(this.#segments.length);
  }

  /** Adds the segments after each `**`, which may match nothing. */
  #skipDeep(state: State): State {
    const reached = new Set(state);
    for (const i of reached) {
      if (this.#segments[i] === DEEP) reached.add(i + 1);
    }
    return [...reached].sort((a, b) => a - b);
  }
}

function leads(segment: string | typeof ANY, edge: string | typeof ANY_NAME | typeof ANY_POSITION): boolean {
  if (segment === ANY || edge === ANY_NAME) return true;
  return edge === ANY_POSITION ? isPosition(segment) : segment === edge;
}
