import type { Tally } from "./mixed-load.ts";

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
const ENOUGH = 100;
/** How much longer a slow answer may take than a common one. */
const SPREAD = 10;
/** The share of time waiting for a processor from which on times say more of the machine than of the demo. */
const BUSY = 0.25;

/** A table of how long answers took, by kind. */
export function timesTable({ times }: Tally): string {
  const rows = [...times].flatMap(([name, ms]) => {
    if (ms.length === 0) return [];
    const [p50, p99] = [percentile(ms, 0.5), percentile(ms, 0.99)];
    return [[name, String(ms.length), p50.toFixed(1), p99.toFixed(1), (p99 / p50).toFixed(1)]];
  });
  return table([["kind", "answers", "p50 ms", "p99 ms", "p99/p50"], ...rows]);
}

/**
 * Checks that few answers take much longer than others of their kind.
 *
 * @param waited The share of its time that the demo waited for a processor, where that is known
 */
export function spreadCheck({ times }: Tally, waited = 0): Check {
  const judged = [...times].filter(([, ms]) => ms.length >= ENOUGH);
  const ratios = judged.map(([name, ms]) => [name, percentile(ms, 0.99) / percentile(ms, 0.5)] as const);
  const [worst, ratio] = ratios.toSorted(([, a], [, b]) => b - a)[0] ?? [];
  const what = `p99 within ${SPREAD} × p50`;
  if (worst === undefined || ratio === undefined) return { what, ok: true, found: "too few answers to tell" };
  const found = `at most ${ratio.toFixed(1)} × (${worst})`;
  if (ratio <= SPREAD || waited < BUSY) return { what, ok: ratio <= SPREAD, found };
  const share = Math.round(waited * 100);
  return {
    what,
    ok: true,
    found: `${found}; not judged, as the demo waited for a processor ${share} % of its time`,
  };
}

/** Writes checks, a line each. */
export function checksTable(checks: readonly Check[]): string {
  return table(checks.map(({ what, ok, found }) => [ok ? "ok" : "FAILED", what, found]));
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;
}

function table(rows: readonly (readonly string[])[]): string {
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
