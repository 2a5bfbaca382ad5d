/** A line of the table: a measurement with its goal. */
export interface Result {
  readonly work: string;
  /** The other side, if it is a comparison. */
  readonly against?: string;
  readonly goal?: Goal;
  /** Unit of the figures. Default: `×`, a ratio. */
  readonly unit?: string;
  readonly measured: readonly Measured[];
}

/** A bound for the figures of a line. It does not apply to forms smaller than `from`. */
export type Goal = ({ readonly atLeast: number } | { readonly atMost: number }) & { readonly from?: number };

/** A figure. */
export interface Measured {
  /** Label that tells the figure from others of its line, such as a size. */
  readonly at?: string;
  readonly figure: number;
  /** True if the goal does not apply to the figure. */
  readonly aside?: boolean;
  /** Times, bytes or other values behind a ratio. */
  readonly detail?: string;
}

/** Something to measure. */
export interface Subject {
  /**
   * Throws if the sides don't do the same work.
   *
   * @param size Number of people in the form
   */
  readonly check: (size: number) => void | Promise<void>;
  /** Measures pairs of sides by `compare()`. It runs in two processes, one for each side. */
  readonly compare?: () => AsyncIterable<Result>;
  /** Measures work without another side, or work that starts its own processes. */
  readonly measure?: () => AsyncIterable<Result>;
}
