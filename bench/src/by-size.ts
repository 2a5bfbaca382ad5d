import type { Comparison } from "./messages.ts";
import type { Measured, Result } from "./subject.ts";

/** Compares at each size. The figure is a ratio of times if the goal is `atMost`, else a ratio of speeds. */
export async function bySize(
  what: Omit<Result, "measured">,
  sizes: readonly number[],
  compareAt: (size: number) => Promise<Comparison>,
): Promise<Result> {
  const measured: Measured[] = [];
  for (const size of sizes) {
    const { ours, theirs, speed } = await compareAt(size);
    measured.push({
      at: size.toLocaleString("en"),
      aside: size < (what.goal?.from ?? 0),
      figure: what.goal && "atMost" in what.goal ? 1 / speed : speed,
      detail: `${ours.toPrecision(3)} ms against ${theirs.toPrecision(3)} ms`,
    });
  }
  return { ...what, measured };
}
