import { readFileSync } from "node:fs";
import { satisfies } from "semver";
import { describe, expect, it } from "vitest";
import { installed, nodeRange } from "../scripts/installed.ts";
import { packages } from "../scripts/pack.ts";

/** The oldest Node.js that the packages support. */
const OLDEST = "20.19.0";
const PEERS = ["zod", "express", "handlebars"];

describe("the published packages", () => {
  it("install no package that asks for a newer Node.js", () => {
    const folders = installed([...packages.keys(), ...PEERS]);
    expect(folders.length).toBeGreaterThan(50);
    expect(folders.filter((folder) => !satisfies(OLDEST, nodeRange(folder)))).toEqual([]);
  });

  it.each([...packages])("%s names its repository, and the oldest Node.js", (_name, folder) => {
    const manifest: unknown = JSON.parse(
      readFileSync(new URL(`../${folder}/package.json`, import.meta.url), "utf8"),
    );
    expect(manifest).toMatchObject({
      repository: { type: "git", url: "git+https://github.com/turnform/turnform.git", directory: folder },
      homepage: `https://github.com/turnform/turnform/tree/main/${folder}#readme`,
      bugs: "https://github.com/turnform/turnform/issues",
      engines: { node: ">=20.19" },
    });
  });
});
