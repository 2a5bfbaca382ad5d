/**
 * Finds circles of imports among the sources of the packages, imports of types included.
 *
 *     npm run check:cycles -- packages/schema
 *
 * Prints the shortest circle through each group of files that import each other, and fails if there is one.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync, Visitor } from "oxc-parser";

const root = fileURLToPath(new URL("..", import.meta.url));
const chosen = process.argv.slice(2);
const folders =
  chosen.length > 0 ? chosen : readdirSync(join(root, "packages")).map((name) => `packages/${name}`);
const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => /(?<!\.test|\.test-d)\.ts$/.test(file))
    .map((file) => join(folder, "src", file)),
);

const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** Returns the files imported by a file, with any syntax. */
function importsOf(file: string): readonly string[] {
  const { program, module } = parseSync(file, readFileSync(join(root, file), "utf8"));
  const specifiers = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  for (const { entries } of module.staticExports)
    for (const { moduleRequest } of entries) if (moduleRequest) specifiers.push(moduleRequest.value);
  const add = ({
    source,
  }: {
    readonly source: { readonly type: string; readonly value?: unknown };
  }): void => {
    if (typeof source.value === "string") specifiers.push(source.value);
  };
  new Visitor({ ImportExpression: add, TSImportType: add }).visit(program);
  return specifiers.filter((name) => name.startsWith(".")).map((name) => join(dirname(file), name));
}

/** Returns the shortest way from a file back to itself; undefined if there is none. */
function circleThrough(start: string): readonly string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const file of queue) {
    for (const next of imports.get(file) ?? []) {
      if (next === start) return wayTo(file, cameFrom, [start]);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, file);
      queue.push(next);
    }
  }
  return undefined;
}

function wayTo(end: string, cameFrom: ReadonlyMap<string, string>, way: readonly string[]): string[] {
  const files = [...way];
  for (let file: string | undefined = end; file !== undefined; file = cameFrom.get(file)) files.push(file);
  return files.toReversed();
}

const found = files.flatMap((file) => {
  const circle = circleThrough(file);
  return circle ? [circle] : [];
});
// A circle is found from each of its files.
const circles = new Map(found.map((circle) => [[...new Set(circle)].sort().join(), circle]));
for (const circle of [...circles.values()].sort((a, b) => a.length - b.length))
  console.log(circle.join(" → "));
if (circles.size > 0) {
  console.error(`Circles of imports: ${circles.size}`);
  process.exitCode = 1;
}
