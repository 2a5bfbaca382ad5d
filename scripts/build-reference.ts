/** Writes the reference of the packages to `reference/`, from their built declarations. */
import { mkdirSync, writeFileSync } from "node:fs";
import { readPackages } from "./exports.ts";
import { writeReference } from "./reference.ts";

const folder = new URL("../reference/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, text] of writeReference(readPackages(["schema", "form", "express-adapter"]))) {
  writeFileSync(new URL(name, folder), text);
}
