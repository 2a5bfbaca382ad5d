import { readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";

/** Exported names of a file, sorted. */
export interface Exported {
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/**
 * Reads the exports of an entry of this package.
 *
 * @throws Error if the file contains anything but named re-exports
 */
export function exportsOf(file: string): Exported {
  const { program } = parseSync(file, readFileSync(new URL(`../${file}`, import.meta.url), "utf8"));
  const [values, types]: [string[], string[]] = [[], []];
  for (const statement of program.body) {
    if (statement.type !== "ExportNamedDeclaration" || !statement.source)
      throw new Error(`${file} may only have named re-exports, and has a ${statement.type}`);
    for (const { exported, exportKind } of statement.specifiers) {
      const isType = exportKind === "type" || statement.exportKind === "type";
      if (exported.type === "Identifier") (isType ? types : values).push(exported.name);
    }
  }
  return { values: values.sort(), types: types.sort() };
}
