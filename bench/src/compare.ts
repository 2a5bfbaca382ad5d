import { ask, type Comparison, type Effort } from "./messages.ts";

/** A side of a comparison. Only `run` is timed, and awaited if it returns a promise. */
export interface Side<Input = void> {
  /** Makes the input of one call. Its time does not count. */
  readonly prepare?: () => Input;
  readonly run: (input: Input) => unknown;
}

/** Keeps the last result, so that the compiler can't drop calls as useless. */
export const sink: { last: unknown } = { last: undefined };

/** Least duration of a sample, in milliseconds. */
const SAMPLE = 8;

/**
 * Measures two sides in pairs, each in a separate process, since the garbage and the compiled code of one would slow down the
 * other. Both processes make this call. Each takes samples of its own side when it is asked to.
 *
 * @see pair
 */
export async function compare<Ours, Theirs>(
  ours: Side<Ours>,
  theirs: Side<Theirs>,
  effort: Effort = {},
): Promise<Comparison> {
  const take = await (process.argv[3] === "theirs" ? sampler(theirs) : sampler(ours));
  let reply = await ask({ ready: effort });
  while (!("comparison" in reply)) reply = await ask({ time: await take() });
  return reply.comparison;
}

/** Warms a side up, and finds how many calls fill a sample. Returns a function that takes one sample. */
async function sampler<Input>(side: Side<Input>): Promise<() => Promise<number>> {
  let perCall = await timeCalls(side, 1);
  let spent = perCall;
  for (let calls = 1; spent < 80 * SAMPLE && perCall < 4 * SAMPLE; calls *= 2) {
    perCall = await timeCalls(side, calls);
    spent += perCall * calls;
  }
  const calls = Math.max(1, Math.round(SAMPLE / perCall));
  return () => timeCalls(side, calls);
}

/** Measures the mean time of several calls, in milliseconds. */
export async function timeCalls<Input>({ prepare, run }: Side<Input>, calls: number): Promise<number> {
  // The cast: without `prepare`, there is no input
  const inputs = Array.from({ length: calls }, () => prepare?.() as Input);
  globalThis.gc?.({ type: "minor" });
  const start = clock();
  for (const input of inputs) {
    sink.last = run(input);
    if (sink.last instanceof Promise) await sink.last;
  }
  return (clock() - start) / calls;
}

/** Returns processor time in milliseconds. It includes all threads, so garbage collection too, but no other process. */
function clock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
