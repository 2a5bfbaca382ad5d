import { type ChildProcess, fork } from "node:child_process";
import { on } from "node:events";
import { median } from "./median.ts";
import type { Comparison, Effort, Said, Told } from "./messages.ts";
import { keepToOneCore } from "./one-core.ts";
import type { Result } from "./subject.ts";

/** What samples are taken of. */
interface Sampled {
  /** Milliseconds that a call of its side takes now. */
  sample(): Promise<number>;
}

/** A process that measures one side of a subject. */
class Measuring implements Sampled {
  readonly #child: ChildProcess;
  readonly #said: AsyncIterator<Said[]>;

  constructor(subject: string, side: "ours" | "theirs") {
    this.#child = fork(new URL("measure.js", import.meta.url), [subject, side], {
      execArgv: ["--expose-gc"],
      env: { ...process.env, NODE_ENV: "production" },
    });
    keepToOneCore(this.#child);
    this.#said = on(this.#child, "message", { close: ["exit"] });
  }

  /** What it says next; undefined where it has ended. */
  async next(): Promise<Said | undefined> {
    const { value, done } = await this.#said.next();
    if (!done) return value[0];
    if (this.#child.exitCode !== 0) throw new Error("It could not be measured");
    return undefined;
  }

  tell(told: Told): void {
    this.#child.send(told);
  }

  async sample(): Promise<number> {
    this.tell({ take: "sample" });
    const said = await this.next();
    if (!said || !("time" in said))
      throw new Error("The side that was asked for a sample said something else");
    return said.time;
  }
}

/**
 * Measures a subject.
 *
 * @param subject Its name
 * @yields its results, as they come
 */
export async function* measured(subject: string): AsyncGenerator<Result> {
  const ours = new Measuring(subject, "ours");
  const theirs = new Measuring(subject, "theirs");
  for (let said = await ours.next(); said; said = await ours.next()) {
    if ("result" in said) yield said.result;
    if (!("ready" in said)) continue;
    await theirs.next();
    const comparison = await pair(ours, theirs, said.ready);
    for (const side of [ours, theirs]) side.tell({ comparison });
  }
}

/**
 * Takes samples of two sides in rounds, the one after the other, in turns first. What disturbs the machine disturbs both, and the
 * median of the rounds' ratios leaves out what disturbs one.
 */
export async function pair(
  ours: Sampled,
  theirs: Sampled,
  { budget = 1200, rounds: [least, most] = [9, 41] }: Effort,
): Promise<Comparison> {
  const times: { readonly ours: number; readonly theirs: number }[] = [];
  const start = performance.now();
  while (times.length < least || (times.length < most && performance.now() - start < budget)) {
    if (times.length % 2 === 0) {
      times.push({ ours: await ours.sample(), theirs: await theirs.sample() });
    } else {
      times.push({ theirs: await theirs.sample(), ours: await ours.sample() });
    }
  }
  return {
    ours: median(times.map(({ ours }) => ours)),
    theirs: median(times.map(({ theirs }) => theirs)),
    speed: median(times.map(({ ours, theirs }) => theirs / ours)),
  };
}
