/** What is measured: `run` alone counts, on what `prepare` made for that call. A promise is waited for. */
export interface Side<Input = void> {
  /** Makes the input of one call, outside of the time. */
  readonly prepare?: () => Input;
  readonly run: (input: Input) => unknown;
}

/** How long two sides took for one call, and by how much they differ. */
export interface Comparison {
  /** Medians in milliseconds. */
  readonly ours: number;
  readonly theirs: number;
  /** The median of `theirs / ours` over the rounds: how many times as fast ours is. */
  readonly speed: number;
}

/** How much is measured. */
export interface Effort {
  /** Milliseconds that a sample lasts at least. */
  readonly sample?: number;
  /** Milliseconds after which no further round begins. */
  readonly budget?: number;
  /** Rounds that there are at least, and at most. */
  readonly rounds?: readonly [least: number, most: number];
}

/** Where every result goes, so that no call can be left out as useless. */
export const sink: { last: unknown } = { last: undefined };

/**
 * Measures two sides in pairs: each round takes a sample of either, the one after the other, in turns first. What disturbs
 * the machine disturbs both, and the median of the rounds' ratios leaves out what disturbs one.
 *
 * Garbage from before is collected ahead of each sample, so that each side pays for its own.
 */
export async function compare<Ours, Theirs>(
  ours: Side<Ours>,
  theirs: Side<Theirs>,
  { sample = 8, budget = 1200, rounds = [9, 41] }: Effort = {},
): Promise<Comparison> {
  const sides = [await sampler(ours, sample), await sampler(theirs, sample)] as const;
  const times: { ours: number; theirs: number }[] = [];
  const start = performance.now();
  while (times.length < rounds[0] || (times.length < rounds[1] && performance.now() - start < budget)) {
    const swapped = times.length % 2 === 1;
    const first = await sides[swapped ? 1 : 0]();
    const second = await sides[swapped ? 0 : 1]();
    times.push(swapped ? { ours: second, theirs: first } : { ours: first, theirs: second });
  }
  return {
    ours: median(times.map(({ ours }) => ours)),
    theirs: median(times.map(({ theirs }) => theirs)),
    speed: median(times.map(({ ours, theirs }) => theirs / ours)),
  };
}

/** Warms a side up and finds out how many calls fill a sample; each call of what it returns takes one. */
async function sampler<Input>(side: Side<Input>, sample: number): Promise<() => Promise<number>> {
  let perCall = await timeCalls(side, 1);
  let spent = perCall;
  for (let calls = 1; spent < 10 * sample && perCall < 2 * sample; calls *= 2) {
    perCall = await timeCalls(side, calls);
    spent += perCall * calls;
  }
  const calls = Math.max(1, Math.round(sample / perCall));
  return () => timeCalls(side, calls);
}

/** Milliseconds of the processor, which don't depend on what else runs: of all threads, and so of collecting garbage. */
function clock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
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

/** The middle one of some numbers, or the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}
