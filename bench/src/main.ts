/**
 * Measures every subject, each in a process of its own, and rewrites the table in `docs/benchmarks.md`. Given a name, it
 * measures that subject alone, and only prints.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { root } from "./root.ts";
import type { Result } from "./subject.ts";
import { subjects } from "./subjects.ts";
import { lines, table } from "./table.ts";

const [only] = process.argv.slice(2);
if (only !== undefined && !Object.hasOwn(subjects, only)) {
  console.error(`There is no subject "${only}"; there are ${Object.keys(subjects).join(", ")}`);
  process.exit(1);
}
console.log(conditions());
const results: Result[] = [];
for (const name of only === undefined ? Object.keys(subjects) : [only])
  results.push(...(await measured(name)));
if (only === undefined) rewriteDocs(results);

/** Measures a subject in a process of its own, and prints each result as it comes. */
async function measured(name: string): Promise<Result[]> {
  const child = fork(new URL("measure.js", import.meta.url), [name], {
    execArgv: ["--expose-gc"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const found: Result[] = [];
  child.on("message", (message) => {
    const result = resultIn(message);
    found.push(result);
    console.log(lines(result));
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`The subject ${name} could not be measured`);
  return found;
}

/** The machine, Node.js and the peers. */
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
  if (before === undefined || after === undefined) throw new Error("docs/benchmarks.md has lost its marks");
  writeFileSync(file, `${before}\n${conditions()}\n\n${table(results)}\n\n${after}`);
}

/** What `measure.ts` sends is results, and nothing else. */
function resultIn(message: unknown): Result {
  return message as Result;
}
