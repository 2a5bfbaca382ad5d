import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { readPage, root } from "./page.ts";

const SOURCES = ["packages/", "demo/", "tests/"];

/** All files and folders of the sources. Folders end with `/`. */
const paths = SOURCES.flatMap((folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true })
    .map(
      (entry) => `${entry.parentPath.replaceAll("\\", "/")}/${entry.name}${entry.isDirectory() ? "/" : ""}`,
    )
    .filter((path) => !/\/(node_modules|dist)\//.test(path)),
);

it("names files and folders that exist", () => {
  const { source } = readPage("docs/architecture.md");
  const named = Array.from(source.matchAll(/`([\w./-]+(?:\.ts|\/))`/g), ([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !paths.some((path) => path.endsWith(`/${name}`)))).toEqual([]);
});
