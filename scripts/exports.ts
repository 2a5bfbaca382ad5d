/** Reads the exports of the packages and their docstrings from the built declarations. */
import { fileURLToPath } from "node:url";
import {
  isClassDeclaration,
  isFunctionDeclaration,
  isInterfaceDeclaration,
  isVariableDeclaration,
  type Node,
} from "typescript/unstable/ast";
import { modulesOf, readManifest } from "./manifest.ts";
import { API, type Project, type Snapshot, type Symbol, SymbolFlags } from "typescript/unstable/sync";

/** Headings of the exports of a package. */
export type Group = "Functions" | "Classes" | "Errors" | "Constants" | "Types";

/** A parsed docstring. Its texts are Markdown. */
export interface Docstring {
  readonly text: string;
  readonly tags: readonly { readonly name: string; readonly text: string }[];
}

/** A declaration of an export. Overloads have several, and so has a name for both a value and a type. */
export interface Declaration {
  /** The declaration without bodies and comments. */
  readonly signature: string;
  readonly docstring?: Docstring | undefined;
  /** The documented members of an interface or a class. */
  readonly members: readonly { readonly name: string; readonly docstring: Docstring }[];
}

/** A name that a package exports. */
export interface Export {
  readonly name: string;
  readonly group: Group;
  readonly declarations: readonly Declaration[];
}

interface Entry {
  /** The import specifier: `@turnform/form`, `@turnform/form/handlebars`. */
  readonly name: string;
  readonly exports: readonly Export[];
}

/** A package with the exports of all its entries. */
export interface Package {
  /** The name of the package's folder. */
  readonly folder: string;
  readonly name: string;
  readonly description: string;
  /** The package itself first. */
  readonly entries: readonly Entry[];
}

/**
 * Reads the exports of packages.
 *
 * @param folders Names of built packages in `packages/`
 */
export function readPackages(folders: readonly string[]): readonly Package[] {
  const api = new API();
  try {
    return folders.map((folder) => readPackage(api, folder));
  } finally {
    api.close();
  }
}

function readPackage(api: API, folder: string): Package {
  const root = new URL(`../packages/${folder}/`, import.meta.url);
  const manifest = readManifest(folder);
  const files = modulesOf(manifest).map(({ name, types }) => ({
    name,
    file: fileURLToPath(new URL(types, root)),
  }));
  const snapshot = api.updateSnapshot({ openFiles: files.map(({ file }) => file) });
  const entries = files.map(({ name, file }) => ({ name, exports: readExports(snapshot, file) }));
  return { folder, name: manifest.name, description: manifest.description, entries };
}

function readExports(snapshot: Snapshot, file: string): readonly Export[] {
  const project = snapshot.getDefaultProjectForFile(file);
  const source = project?.program.getSourceFile(file);
  const module = source && project?.checker.getSymbolAtLocation(source);
  if (!project || !module) throw new Error(`${file} is missing or no module. Run npm run build`);
  return project.checker
    .getExportsOfModule(module)
    .map((symbol) => readExport(project, symbol))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}

function readExport(project: Project, symbol: Symbol): Export {
  const { name } = symbol;
  const target = symbol.flags & SymbolFlags.Alias ? project.checker.getAliasedSymbol(symbol) : symbol;
  const nodes = target.declarations.flatMap((handle) => handle.resolve(project) ?? []);
  return { name, group: groupOf(name, nodes), declarations: nodes.map(readDeclaration) };
}

function groupOf(name: string, nodes: readonly Node[]): Group {
  if (nodes.some(isFunctionDeclaration)) return "Functions";
  if (nodes.some(isClassDeclaration)) return name.endsWith("Error") ? "Errors" : "Classes";
  return nodes.some(isVariableDeclaration) ? "Constants" : "Types";
}

function readDeclaration(node: Node): Declaration {
  // The docstring of a constant belongs to its statement
  const whole = isVariableDeclaration(node) ? node.parent.parent : node;
  const members = isInterfaceDeclaration(node) || isClassDeclaration(node) ? [...node.members] : [];
  return {
    signature: whole
      .getText()
      .replaceAll(/\n *(?:\/\*\*.*?\*\/|#private;)/gs, "")
      .replace(/^export (?:declare )?/, ""),
    docstring: docstringOf(whole),
    members: members.flatMap((member) => {
      const docstring = docstringOf(member);
      return docstring ? [{ name: nameOf(member), docstring }] : [];
    }),
  };
}

/** Returns the name of a member; `()` for a call signature. */
function nameOf(member: Node): string {
  const text = member.getText().replace(/^(?:(?:readonly|static|get) )+/, "");
  const [name] = /^(?:\w+|\[.*?\]|".*?")/.exec(text) ?? ["()"];
  return name;
}

function docstringOf({ jsDoc }: Node): Docstring | undefined {
  const comment = jsDoc?.at(-1)?.getText();
  if (comment === undefined) return undefined;
  const lines = comment
    .replace(/^\/\*\*\s*/, "")
    .replace(/\s*\*\/$/, "")
    .replaceAll(/^ *\* ?/gm, "");
  const [text = "", ...tags] = lines.split(/^@/m).map((part) => part.trim());
  return {
    text,
    tags: tags.map((tag) => {
      const [name = ""] = /^\w+/.exec(tag) ?? [];
      return { name, text: tag.slice(name.length).trim() };
    }),
  };
}
