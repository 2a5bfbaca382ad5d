import { expect, it } from "vitest";
import { readPackages } from "../../scripts/exports.ts";
import { docPaths, readPage } from "./page.ts";

/** Entries for the other packages, which applications don't import. */
const INTERNAL = /\/(?:lazy|left-out|misspelt)$/;

/** The programs of all pages; other tests run them. */
const programs = docPaths()
  .flatMap((path) => readPage(path).blocks)
  .filter(({ language }) => language === "ts" || language === "js")
  .map(({ code }) => code);

const entries = readPackages(["schema", "form", "express-adapter"])
  .flatMap(({ entries }) => entries.map(({ name }) => name))
  .filter((name) => !INTERNAL.test(name));

/** The names that programs import from the packages. Entries that share an export need one example. */
const imported = new Set(
  programs
    .flatMap((code) => [...code.matchAll(/^import (?:type )?\{([^}]*)\} from "@turnform\/[^"]+";$/gm)])
    .flatMap(([, names = ""]) => names.split(",").map((name) => name.trim().replace(/^type | as \w+$/g, ""))),
);

it.each(entries)("the docs have an example of every value that %s exports", async (entry) => {
  const names = Object.keys(await import(/* @vite-ignore */ entry));
  expect(names.filter((name) => !imported.has(name))).toEqual([]);
});
