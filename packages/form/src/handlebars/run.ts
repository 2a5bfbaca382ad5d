import type { Scope } from "./scope.ts";
import { Writer } from "./writer.ts";

/** A step of a template: it writes, or has other steps gone through before the next one. */
export type Step = (run: Run, scope: Scope) => void;

/** Steps in order. Those that only write are one step, which is taken at once. */
export interface Part {
  readonly steps: readonly Step[];
  readonly isFlat: boolean;
}

/** What is gone through: each time it goes on as far as it can, until it says that there is no more. */
export interface Course {
  /** @returns whether there may be more */
  advance(run: Run): boolean;
}

/** How far courses may stand inside each other: a template that holds itself has no end. */
const MOST_COURSES = 10_000;

/** The drawing of a template, which can pause: what is still to be done stands on a stack of its own. */
export class Run {
  readonly out: Writer = new Writer();
  readonly #courses: Course[] = [];
  #enough = Infinity;

  /** Goes through a part: at once where it only writes, else before whatever else there is to do. */
  enter(part: Part, scope: Scope): void {
    if (part.isFlat) for (const step of part.steps) step(this, scope);
    else this.begin(new Steps(part.steps, scope));
  }

  /** Goes through something before whatever else there is to do. */
  begin(course: Course): void {
    if (this.#courses.length >= MOST_COURSES)
      throw new RangeError(`Templates stand inside each other, more than ${MOST_COURSES} deep`);
    this.#courses.push(course);
  }

  /** How many courses stand inside each other. */
  get depth(): number {
    return this.#courses.length;
  }

  /** Whether a course must wait: others have begun inside it, or there is enough to hand on. */
  mustPause(depth: number): boolean {
    return this.#courses.length > depth || this.out.length >= this.#enough;
  }

  /**
   * Goes on until there is nothing more to do, or enough to hand on.
   *
   * @param enough Characters that are enough, about
   * @returns what has been written meanwhile
   */
  goOn(enough: number): string {
    const { out } = this;
    this.#enough = enough;
    const courses = this.#courses;
    for (let course = courses.at(-1); course && out.length < enough; course = courses.at(-1))
      if (!course.advance(this)) courses.pop();
    return out.take();
  }

  get isDone(): boolean {
    return this.#courses.length === 0;
  }

  /** Goes on to the end. */
  finish(): string {
    return this.goOn(Infinity);
  }
}

class Steps implements Course {
  readonly #steps: readonly Step[];
  readonly #scope: Scope;
  #next = 0;

  constructor(steps: readonly Step[], scope: Scope) {
    this.#steps = steps;
    this.#scope = scope;
  }

  advance(run: Run): boolean {
    const { depth } = run;
    for (let step = this.#steps[this.#next]; step; step = this.#steps[this.#next]) {
      this.#next++;
      step(run, this.#scope);
      if (run.mustPause(depth)) return true;
    }
    return false;
  }
}
