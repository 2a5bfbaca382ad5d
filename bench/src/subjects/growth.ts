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
const against = `one among ${FEW}`;

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
      ["parsing, valid", true],
      ["validating, valid", "valid"],
      ["rendering, valid", 2 * size],
      ["re-rendering, valid", 2 * size],
      ["parsing, all wrong", true],
      ["validating, all wrong", 2 * size],
      ["rendering, all wrong", 2 * size],
      ["re-rendering, all wrong", 2 * size],
    ]);
  },
  async *compare() {
    for (const stage of stages) {
      const { ours, theirs, speed } = await compare(fewOften(stage), stage.side(MANY));
      const microseconds = (time: number): string => ((time / MANY) * 1000).toPrecision(3);
      const detail = `${microseconds(theirs)} µs against ${microseconds(ours)} µs`;
      yield { work: `time an item, ${stage.work}`, against, goal, measured: [{ figure: speed, detail }] };
    }
  },
  async *measure() {
    for (const stage of stages) {
      const fewBytes = (await allocated(fewOften(stage))) / MANY;
      const many = (await allocated(stage.side(MANY))) / MANY;
      const detail = `${many.toFixed(0)} B against ${fewBytes.toFixed(0)} B`;
      const measured = [{ figure: many / fewBytes, detail }];
      yield { work: `memory an item, ${stage.work}`, against, goal, measured };
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
