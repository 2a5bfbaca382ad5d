import { type Check, table } from "./report.ts";

/** Memory at rest, once all garbage is collected, in bytes. */
export interface Sample {
  /** How many requests were sent before. */
  readonly sent: number;
  /** The heap, and the buffers that it holds. */
  readonly heap: number;
  readonly resident: number;
}

const MB = 1024 ** 2;
/** What each request may leave, in bytes: the demo keeps a little of each save for ten minutes, of each upload for fifteen. */
const EACH = 512;
/** What may come once: code that is compiled late, memory that is not given back at once. */
const ONCE = { heap: MB, resident: 24 * MB };
/** Before so many requests much is still compiled: so much more. */
const COLD = { requests: 400, bytes: 3 * MB };

/** Writes what was measured, a column for each sample. */
export function memoryTable(samples: readonly Sample[]): string {
  return table([
    ["requests", ...samples.map(({ sent }) => String(sent))],
    ["heap, MB", ...samples.map(({ heap }) => inMB(heap))],
    ["resident, MB", ...samples.map(({ resident }) => inMB(resident))],
  ]);
}

/**
 * Checks that memory stays flat.
 *
 * @param samples At even distances; the first third warms up, and the last one is compared with the one before
 * @param of Which memory
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
