/** Growth: the cost of an item among 10,000 against an item among 100. */
import assert from "node:assert/strict";
import { allocated } from "../allocated.ts";
import { compare, type Side } from "../compare.ts";
import { drawnFields } from "../drawn-fields.ts";
import { type Stage, stages } from "../stages.ts";
import type { Subject } from "../subject.ts";

const FEW = 100;
const MANY = 10_000;
const goal = { atMost: 1.5 };
const against = `an item of ${FEW}`;

/** Returns a stage that handles few items at a time, repeated until their number is the same. */
function fewOften({ side }: Stage): Required<Side<unknown[]>> {
  const { prepare, run } = side(FEW);
  return { prepare: () => Array.from({ length: MANY / FEW }, prepare), run: (inputs) => inputs.map(run) };
}

export const subject: Subject = {
  check(size) {
    const outcomes = stages.map(({ work, side }) => {
      const { prepare, run } = side(size);
      return [work, outcome(run(prepare()))];
    });
    assert.deepEqual(outcomes, [
      ["parse (valid)", true],
      ["validate (valid)", "valid"],
      ["render (valid)", 2 * size],
      ["render after validation (valid)", 2 * size],
      ["parse (all fields wrong)", true],
      ["validate (all fields wrong)", 2 * size],
      ["render (all fields wrong)", 2 * size],
      ["render after validation (all fields wrong)", 2 * size],
    ]);
  },
  async *compare() {
    for (const stage of stages) {
      const { ours, theirs, speed } = await compare(fewOften(stage), stage.side(MANY));
      const microseconds = (time: number): string => ((time / MANY) * 1000).toPrecision(3);
      const detail = `${microseconds(theirs)} µs against ${microseconds(ours)} µs`;
      yield {
        work: `Time per item of 10,000: ${stage.work}`,
        against,
        goal,
        measured: [{ figure: speed, detail }],
      };
    }
  },
  async *measure() {
    for (const stage of stages) {
      const fewBytes = (await allocated(fewOften(stage))) / MANY;
      const many = (await allocated(stage.side(MANY))) / MANY;
      const detail = `${many.toFixed(0)} B against ${fewBytes.toFixed(0)} B`;
      const measured = [{ figure: many / fewBytes, detail }];
      yield { work: `Memory per item of 10,000: ${stage.work}`, against, goal, measured };
    }
  },
};

/** Summarizes the result of a stage: its kind, the number of fields on a page, or the number of errors. */
function outcome(result: unknown): unknown {
  if (Buffer.isBuffer(result)) return drawnFields(result.toString()).fields.length;
  if (Array.isArray(result)) return result.length;
  if (typeof result !== "object" || result === null) return undefined;
  return "kind" in result ? result.kind : "ok" in result && result.ok;
}
