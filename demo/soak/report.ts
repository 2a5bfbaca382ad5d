import type { Tally, Time } from "./mixed-load.ts";

/** Something that has to be so. */
export interface Check {
  readonly what: string;
  readonly ok: boolean;
  /** What was found. */
  readonly found: string;
}

/** @returns that there is nothing in a list, or its beginning */
export function none(what: string, list: readonly string[], otherwise: string): Check {
  const found = list.length === 0 ? otherwise : `${list.length}, such as ${list.slice(0, 3).join("; ")}`;
  return { what, ok: list.length === 0, found };
}

/** How many answers a kind needs before a hundredth of them says anything. */
const ENOUGH = 300;
/** How much longer a slow answer may take than a common one. */
const SPREAD = 10;
/** The share of time waiting for a processor from which on the clock says more of the machine than of the demo. */
const BUSY = 0.1;

/** Writes how long answers took, a line for each kind. */
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
 * Checks that few answers take much longer than others of their kind: by the clock or, where the machine is busy with
 * something else, in the demo's own running time between request and answer.
 *
 * @param waited The share of its time that the demo waited for a processor
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
    by === "clock" ? "" : `, of the demo's running time, as it waits for a processor ${share} % of its time`;
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

/** Writes checks, a line each. */
export function checksTable(checks: readonly Check[]): string {
  return table(checks.map(({ what, ok, found }) => [ok ? "ok" : "FAILED", what, found]));
}

/** Writes rows, their cells below each other. */
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
