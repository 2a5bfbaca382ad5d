/**
 * Measures every subject, and rewrites the table in `docs/benchmarks.md`. With a subject's name as argument, it measures
 * only this subject and only prints.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { measured } from "./pair.ts";
import { root } from "./root.ts";
import type { Result } from "./subject.ts";
import { subjects } from "./subjects.ts";
import { lines, table } from "./table.ts";

const [only] = process.argv.slice(2);
if (only !== undefined && !Object.hasOwn(subjects, only)) {
  console.error(`Unknown subject "${only}". Name one of ${Object.keys(subjects).join(", ")}`);
  process.exit(1);
}
console.log(conditions());
const results: Result[] = [];
for (const subject of only === undefined ? Object.keys(subjects) : [only]) {
  for await (const result of measured(subject)) {
    results.push(result);
    console.log(lines(result));
  }
}
if (only === undefined) rewriteDocs(results);

/** Names the machine, and the versions of Node.js and the peers. */
function conditions(): string {
  const { dependencies } = JSON.parse(readFileSync(new URL("bench/package.json", root), "utf8"));
  const peers = Object.entries(dependencies)
    .filter(([name]) => !name.startsWith("@turnform/"))
    .map(([name, version]) => `${name} ${String(version)}`);
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu?.model ?? "a processor"}, ${memory} GB; Node.js ${process.versions.node}; ${peers.join(", ")}`;
}

function rewriteDocs(results: readonly Result[]): void {
  const file = new URL("docs/benchmarks.md", root);
  const [before, after] = readFileSync(file, "utf8").split(/(?<=<!-- measured -->\n)[^]*(?=<!-- end -->)/);
  if (before === undefined || after === undefined)
    throw new Error("docs/benchmarks.md needs the marks <!-- measured --> and <!-- end -->");
  writeFileSync(file, `${before}\n${conditions()}\n\n${table(results)}\n\n${after}`);
}
