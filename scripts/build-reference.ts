/**
 * Writes the reference of the packages to `reference/`, from their built declarations, and the documentation as text for programs
 * that read docs: `llms.txt` and `llms-full.txt`.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { readPackages } from "./exports.ts";
import { writeLlms } from "./llms.ts";
import { writeReference } from "./reference.ts";

const root = new URL("../", import.meta.url);
const folder = new URL("reference/", root);
mkdirSync(folder, { recursive: true });
const packages = readPackages(["schema", "form", "express-adapter"]);
for (const [name, text] of writeReference(packages)) writeFileSync(new URL(name, folder), text);

const references = new Map(packages.map((one) => [`reference/${one.folder}.md`, one.name]));
for (const [name, text] of writeLlms((path) => readFileSync(new URL(path, root), "utf8"), references))
  writeFileSync(new URL(name, folder), text);
