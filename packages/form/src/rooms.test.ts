import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";

/** The rooms of the package, from top to bottom. */
const ROOMS: readonly string[] = [
  "person",
  "define",
  "handlebars",
  "page",
  "templates",
  "widgets",
  "read",
  "field",
  "languages",
  "themes",
];

const folder = new URL("./", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => ROOMS.includes(roomOf(file)) && /(?<!\.test|\.test-d|\.d)\.ts$/.test(file));

function roomOf(file: string): string {
  return file.split("/")[0] ?? "";
}

/** Returns the files that a file imports, also for types. */
function importsOf(file: string): readonly string[] {
  const source = readFileSync(new URL(file, folder), "utf8");
  return [...source.matchAll(/\bfrom "(\.[^"]+)"/g)].map(([, path = ""]) =>
    posix.join(posix.dirname(file), path),
  );
}

describe("the rooms of the package", () => {
  it("import only rooms under them", () => {
    const upward = files.flatMap((file) =>
      importsOf(file)
        .filter((imported) => roomOf(imported) !== roomOf(file))
        .filter((imported) => ROOMS.indexOf(roomOf(imported)) <= ROOMS.indexOf(roomOf(file)))
        .map((imported) => `${file} imports ${imported}`),
    );
    expect(upward).toEqual([]);
  });

  it("contain all files except the list of exports", () => {
    const apart = new Set([
      ...ROOMS,
      "client",
      "theme",
      "testing",
      "index.ts",
      "index.test.ts",
      "rooms.test.ts",
    ]);
    expect(readdirSync(folder).filter((name) => !apart.has(name))).toEqual([]);
  });
});
