import { Session } from "node:inspector/promises";
import { type Side, sink } from "./compare.ts";

/** Bytes allocated between two samples of V8. */
const INTERVAL = 8192;

/** A node of V8's allocation profile. */
interface ProfileNode {
  readonly selfSize: number;
  readonly children: readonly ProfileNode[];
}

/**
 * Samples how much memory a call allocates, including memory collected meanwhile. `prepare` does not count.
 *
 * @returns bytes of the heap, without the content of buffers
 */
export async function allocated<Input>({ prepare, run }: Required<Side<Input>>): Promise<number> {
  const input = prepare();
  const session = new Session();
  session.connect();
  await session.post("HeapProfiler.startSampling", {
    samplingInterval: INTERVAL,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  sink.last = run(input);
  const { profile } = await session.post("HeapProfiler.stopSampling");
  session.disconnect();
  return sizeOf(profile.head);
}

const sizeOf = ({ selfSize, children }: ProfileNode): number =>
  children.reduce((sum, child) => sum + sizeOf(child), selfSize);
