import type { Comparison } from "./compare.ts";
import type { Measured, Result } from "./subject.ts";

/** Compares at each size. The figure is a speed, or where the goal is one that must not be passed, a time. */
export function bySize(
  what: Omit<Result, "measured">,
  sizes: readonly number[],
  compareAt: (size: number) => Comparison,
): Result {
  const measured = sizes.map((size): Measured => {
    const { ours, theirs, speed } = compareAt(size);
    return {
      at: size.toLocaleString("en"),
      figure: what.goal && "atMost" in what.goal ? 1 / speed : speed,
      detail: `${ours.toPrecision(3)} ms against ${theirs.toPrecision(3)} ms`,
    };
  });
  return { ...what, measured };
}
