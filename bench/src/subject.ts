/** One line of the table: something measured, with the goal that it has. */
export interface Result {
  readonly work: string;
  /** What it is compared with, where it is. */
  readonly against?: string;
  readonly goal?: Goal;
  /** What the figures count, default `×`: times something else. */
  readonly unit?: string;
  readonly measured: readonly Measured[];
}

/** A bound that the figures of a line are to keep, those of smaller forms than `from` left out. */
export type Goal = ({ readonly atLeast: number } | { readonly atMost: number }) & { readonly from?: number };

/** A figure. */
export interface Measured {
  /** What tells it from the others of its line, such as a size. */
  readonly at?: string;
  readonly figure: number;
  /** Whether the goal is not meant for it. */
  readonly aside?: boolean;
  /** The times, bytes and the like behind a ratio. */
  readonly detail?: string;
}

/** Something to measure. */
export interface Subject {
  /**
   * Throws where the sides don't do the same work.
   *
   * @param size How many people there are in the form
   */
  readonly check: (size: number) => void | Promise<void>;
  /** Measures pairs of sides, by `compare`: it runs in two processes, one for each. */
  readonly compare?: () => AsyncIterable<Result>;
  /** Measures what has no other side, or runs it by itself. */
  readonly measure?: () => AsyncIterable<Result>;
}
