import { readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";

/**
 * Returns the names of constants: the properties of interfaces named `…Constants`. Every other property of a view may differ
 * from page to page.
 *
 * @param files Paths of the TypeScript files that declare views
 * @throws TypeError if an interface named `…Page` declares one of them too
 */
export function constantNames(files: readonly string[]): ReadonlySet<string> {
  const interfaces = files.flatMap((file) => interfacesOf(file));
  const namesIn = (ending: string): readonly string[] =>
    interfaces.filter(({ name }) => name.endsWith(ending)).flatMap(({ properties }) => properties);
  const constants = new Set(namesIn("Constants"));
  const both = namesIn("Page").find((name) => constants.has(name));
  if (both !== undefined)
    throw new TypeError(
      `"${both}" is declared both as a constant and as a property of a page. Rename one of them, or move it to the page.`,
    );
  return constants;
}

interface Interface {
  readonly name: string;
  readonly properties: readonly string[];
}

function interfacesOf(file: string): readonly Interface[] {
  const { program, errors } = parseSync(file, readFileSync(file, "utf8"));
  if (errors.length > 0) throw new SyntaxError(`${file}: ${errors[0]?.message}`);
  return program.body.flatMap((statement) => {
    const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declared?.type !== "TSInterfaceDeclaration") return [];
    const properties = declared.body.body.flatMap((member) =>
      member.type === "TSPropertySignature" && member.key.type === "Identifier" ? [member.key.name] : [],
    );
    return [{ name: declared.id.name, properties }];
  });
}
