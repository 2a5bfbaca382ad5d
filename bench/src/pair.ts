import { type ChildProcess, fork } from "node:child_process";
import { on } from "node:events";
import { median } from "./median.ts";
import type { Comparison, Effort, Report, Reply } from "./messages.ts";
import { keepToOneCore } from "./one-core.ts";
import type { Result } from "./subject.ts";

/** A source of samples. */
interface Sampled {
  /** Measures the milliseconds of a call. */
  sample(): Promise<number>;
}

/** A process for one side of a subject. */
class Measuring implements Sampled {
  readonly #child: ChildProcess;
  readonly #reports: AsyncIterator<Report[]>;

  constructor(subject: string, side: "ours" | "theirs") {
    this.#child = fork(new URL("measure.js", import.meta.url), [subject, side], {
      execArgv: ["--expose-gc"],
      env: { ...process.env, NODE_ENV: "production" },
    });
    keepToOneCore(this.#child);
    this.#reports = on(this.#child, "message", { close: ["exit"] });
  }

  /** Waits for the next message; undefined if the process has ended. */
  async next(): Promise<Report | undefined> {
    const { value, done } = await this.#reports.next();
    if (!done) return value[0];
    if (this.#child.exitCode !== 0)
      throw new Error(`A measuring process ended with exit code ${this.#child.exitCode}`);
    return undefined;
  }

  reply(reply: Reply): void {
    this.#child.send(reply);
  }

  async sample(): Promise<number> {
    this.reply({ take: "sample" });
    const report = await this.next();
    if (!report || !("time" in report))
      throw new Error("Expected a sample from a measuring process; another message came");
    return report.time;
  }
}

/**
 * Measures a subject by its name.
 *
 * @yields results, as soon as they are measured
 */
export async function* measured(subject: string): AsyncGenerator<Result> {
  const ours = new Measuring(subject, "ours");
  const theirs = new Measuring(subject, "theirs");
  for (let report = await ours.next(); report; report = await ours.next()) {
    if ("result" in report) yield report.result;
    if (!("ready" in report)) continue;
    await theirs.next();
    const comparison = await pair(ours, theirs, report.ready);
    for (const side of [ours, theirs]) side.reply({ comparison });
  }
}

/**
 * Takes samples of two sides in rounds. The sides alternate in going first. A disturbance of the machine then affects both
 * sides, and the median of the rounds' ratios ignores a disturbance of one.
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
