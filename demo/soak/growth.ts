import { type Check, table } from "./report.ts";

/** Memory at rest after garbage collection, in bytes. */
export interface Sample {
  /** Number of requests so far. */
  readonly sent: number;
  /** Size of the heap with its buffers. */
  readonly heap: number;
  readonly resident: number;
}

const MB = 1024 ** 2;
/** Allowed growth for each request, in bytes. The demo remembers saves for ten minutes and uploads for fifteen. */
const EACH = 512;
/** Allowed growth in total, in bytes, for late compilation and for memory that is returned late. */
const ONCE = { heap: MB, resident: 24 * MB };
/** Further allowance if the warm-up had few requests, because much is then still being compiled. */
const COLD = { requests: 400, bytes: 3 * MB };

/** Formats samples as a table, one column each. */
export function memoryTable(samples: readonly Sample[]): string {
  return table([
    ["requests", ...samples.map(({ sent }) => String(sent))],
    ["heap, MB", ...samples.map(({ heap }) => inMB(heap))],
    ["resident, MB", ...samples.map(({ resident }) => inMB(resident))],
  ]);
}

/**
 * Checks that memory stays flat: compares the last third of the samples with the second. The first third is the warm-up.
 *
 * @param samples Taken at equal intervals
 * @param of Kind of memory
 */
export function growthCheck(samples: readonly Sample[], of: "heap" | "resident"): Check {
  const third = samples.length / 3;
  const mean = (from: number, key: keyof Sample): number =>
    samples.slice(from, from + third).reduce((sum, sample) => sum + sample[key] / third, 0);
  const [before, after] = [mean(third, of), mean(2 * third, of)];
  const requests = mean(2 * third, "sent") - mean(third, "sent");
  const isCold = (samples[third - 1]?.sent ?? 0) < COLD.requests;
  const allowed = requests * EACH + ONCE[of] + (isCold ? COLD.bytes : 0);
  return {
    what: `${of === "heap" ? "the heap, garbage collected," : "resident memory"} stays flat`,
    ok: after - before <= allowed,
    found: `${inMB(before)} → ${inMB(after)} MB over ${Math.round(requests)} requests, ${inMB(allowed)} MB allowed`,
  };
}

function inMB(bytes: number): string {
  return (bytes / MB).toFixed(1);
}
