import type { Tally, Time } from "./mixed-load.ts";

/** Result of a check. */
export interface Check {
  /** The requirement. */
  readonly what: string;
  readonly ok: boolean;
  /** The measurement, or the first problems. */
  readonly found: string;
}

/** Checks that a list of problems is empty. The result shows the first problems, or `otherwise` if there are none. */
export function none(what: string, list: readonly string[], otherwise: string): Check {
  const found = list.length === 0 ? otherwise : `${list.length}, such as ${list.slice(0, 3).join("; ")}`;
  return { what, ok: list.length === 0, found };
}

/** Least answers of a kind for a meaningful p99. */
const ENOUGH = 300;
/** Largest allowed p99/p50. */
const SPREAD = 10;
/** Share of time waiting for a processor above which wall-clock times tell about the machine rather than the demo. */
const BUSY = 0.1;

/** Formats the durations of answers as a table, one line for each kind. */
export function timesTable({ times }: Tally): string {
  const head = ["kind", "answers", "p50 ms", "p99 ms", "p99/p50", "p99/p50 of the demo's running time"];
  const rows = [...times].flatMap(([name, list]) => {
    if (list.length === 0) return [];
    const [clock, ran] = [spreadOf(list, "clock"), spreadOf(list, "ran")];
    return [
      [name, `${list.length}`, ...[clock.p50, clock.p99, clock.ratio, ran.ratio].map((n) => n.toFixed(1))],
    ];
  });
  return table([head, ...rows]);
}

/**
 * Checks the p99/p50 of each kind of answer: in wall-clock time or, on a busy machine, in the demo's running time between
 * request and answer.
 *
 * @param waited Share of its time that the demo waited for a processor
 */
export function spreadCheck({ times }: Tally, waited: number): Check {
  const by = waited > BUSY ? "ran" : "clock";
  const ratios = [...times]
    .filter(([, list]) => list.length >= ENOUGH)
    .map(([name, list]) => ({ name, ratio: spreadOf(list, by).ratio }));
  const worst = ratios.toSorted((a, b) => b.ratio - a.ratio)[0];
  const what = `p99 within ${SPREAD} × p50`;
  if (!worst) return { what, ok: true, found: `too few answers to tell: no kind has ${ENOUGH}` };
  const share = Math.round(waited * 100);
  const clock =
    by === "clock"
      ? ""
      : `, in the demo's running time, because it waited for a processor ${share} % of its time`;
  return {
    what,
    ok: worst.ratio <= SPREAD,
    found: `at most ${worst.ratio.toFixed(1)} × (${worst.name})${clock}`,
  };
}

function spreadOf(times: readonly Time[], by: keyof Time): { p50: number; p99: number; ratio: number } {
  const sorted = times.map((time) => time[by]).toSorted((a, b) => a - b);
  const [p50 = NaN, p99 = NaN] = [0.5, 0.99].map((share) => sorted[Math.floor(sorted.length * share)]);
  return { p50, p99, ratio: p99 / p50 };
}

/** Formats checks as a table, one line each. */
export function checksTable(checks: readonly Check[]): string {
  return table(checks.map(({ what, ok, found }) => [ok ? "ok" : "FAILED", what, found]));
}

/** Formats rows with aligned columns. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
