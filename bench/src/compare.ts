import { ask, type Comparison, type Effort } from "./messages.ts";

/** What is measured: `run` alone counts, on what `prepare` made for that call. A promise is waited for. */
export interface Side<Input = void> {
  /** Makes the input of one call, outside of the time. */
  readonly prepare?: () => Input;
  readonly run: (input: Input) => unknown;
}

/** Where every result goes, so that no call can be left out as useless. */
export const sink: { last: unknown } = { last: undefined };

/** Milliseconds that a sample lasts at least. */
const SAMPLE = 8;

/**
 * Measures two sides in pairs, each in a process of its own, since garbage and compiled code of one would be in the way of
 * the other. Both processes make this call; each takes samples of the side that it is for, whenever it is its turn.
 *
 * @see pair
 */
export async function compare<Ours, Theirs>(
  ours: Side<Ours>,
  theirs: Side<Theirs>,
  effort: Effort = {},
): Promise<Comparison> {
  const take = await (process.argv[3] === "theirs" ? sampler(theirs) : sampler(ours));
  let told = await ask({ ready: effort });
  while (!("comparison" in told)) told = await ask({ time: await take() });
  return told.comparison;
}

/** Warms a side up and finds out how many calls fill a sample; each call of what it returns takes one. */
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

/** Milliseconds that each of several calls takes. */
export async function timeCalls<Input>({ prepare, run }: Side<Input>, calls: number): Promise<number> {
  // Without `prepare`, there is no input
  const inputs = Array.from({ length: calls }, () => prepare?.() as Input);
  globalThis.gc?.({ type: "minor" });
  const start = clock();
  for (const input of inputs) {
    sink.last = run(input);
    if (sink.last instanceof Promise) await sink.last;
  }
  return (clock() - start) / calls;
}

/** Milliseconds of the processor, which don't depend on what else runs: of all threads, and so of collecting garbage. */
function clock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
