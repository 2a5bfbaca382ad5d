/** Prints how long Turnform takes against a named alternative, on the same data, in the same run. */
import { structure } from "@turnform/schema";
import qs from "qs";
import { Bench } from "tinybench";
import { bracketedBody, markedBody, presetOf } from "./bodies.ts";

for (const moves of [10, 100, 1000]) {
  const preset = presetOf(moves);
  const marked = markedBody(preset);
  const bracketed = bracketedBody(preset);
  const bench = new Bench({ time: 300 });
  let sink = 0;
  bench
    .add("URLSearchParams + structure", () => {
      const result = structure(new URLSearchParams(marked));
      sink += result.ok ? Object.keys(result.pstruct).length : 0;
    })
    .add("qs", () => {
      sink += Object.keys(
        qs.parse(bracketed, { depth: 32, parameterLimit: Infinity, arrayLimit: moves }),
      ).length;
    });
  await bench.run();
  const [ours, theirs] = bench.tasks.map((task) =>
    "latency" in task.result ? task.result.latency.p50 : NaN,
  );
  if (ours === undefined || theirs === undefined || sink === 0) throw new Error("The benchmark did not run");
  console.log(
    `${moves} moves: ${ours.toFixed(3)} ms, qs ${theirs.toFixed(3)} ms, ratio ${(ours / theirs).toFixed(2)}`,
  );
}
