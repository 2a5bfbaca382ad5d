import { Session } from "node:inspector/promises";
import { type Side, sink } from "./compare.ts";

/** How many bytes are allocated between two that V8 looks at. */
const INTERVAL = 8192;

/** A node of V8's profile of allocations. */
interface ProfileNode {
  readonly selfSize: number;
  readonly children: readonly ProfileNode[];
}

/**
 * Samples how much memory a call takes, whatever of it is collected meanwhile; what `prepare` makes is not counted.
 *
 * @returns bytes of the heap; what is in buffers is not on it
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
