/** Writes the reference of the packages as Markdown, from their docstrings. */
import GithubSlugger from "github-slugger";
import type { Declaration, Docstring, Export, Group, Package } from "./exports.ts";

const groups: readonly Group[] = ["Functions", "Classes", "Errors", "Constants", "Types"];

/** A heading, and the exports below it. */
interface Section {
  readonly heading: string;
  readonly exports: readonly Export[];
}

/** The links to each export, by name: `form.md#createform`. */
type Links = ReadonlyMap<string, string>;

/** @returns the text of each file, by its name: `form.md` */
export function writeReference(packages: readonly Package[]): ReadonlyMap<string, string> {
  const links = new Map(packages.flatMap((one) => [...linksOf(one)]));
  return new Map(packages.map((one) => [fileOf(one), writePage(one, links)]));
}

const fileOf = ({ folder }: Package): string => `${folder}.md`;
const titleOf = ({ name }: Package): string => `Reference: ${name}`;

/** Returns the exports of the main entry by group, then the exports of the other entries. */
function sectionsOf({ entries }: Package): readonly Section[] {
  const [own, ...others] = entries;
  return [
    ...groups.map((heading) => ({
      heading: heading as string,
      exports: own?.exports.filter(({ group }) => group === heading) ?? [],
    })),
    ...others.map(({ name, exports }) => ({ heading: `From ${name}`, exports })),
  ].filter(({ exports }) => exports.length > 0);
}

/** Returns links to the headings of a page. Equal slugs are numbered in the page's order: `Decimal`, `decimal`. */
function linksOf(one: Package): Links {
  const slugger = new GithubSlugger();
  slugger.slug(titleOf(one));
  const links = new Map<string, string>();
  for (const { heading, exports } of sectionsOf(one)) {
    slugger.slug(heading);
    for (const { name } of exports) {
      const link = `${fileOf(one)}#${slugger.slug(name)}`;
      // An export of two entries is linked in the first
      if (!links.has(name)) links.set(name, link);
    }
  }
  return links;
}

function writePage(one: Package, links: Links): string {
  const readme = `../packages/${one.folder}/README.md`;
  return [
    `# ${titleOf(one)}`,
    `${one.description}. This page is made from the docstrings of the code; [the README](${readme}) explains how to use it.`,
    ...sectionsOf(one).flatMap(({ heading, exports }) => [
      `## ${heading}`,
      ...exports.flatMap((exported) => writeExport(exported, links)),
    ]),
  ]
    .join("\n\n")
    .concat("\n");
}

function writeExport({ name, declarations }: Export, links: Links): string[] {
  const signatures = declarations.map(({ signature }) => signature).join("\n\n");
  return [
    `### ${name}`,
    `\`\`\`ts\n${signatures}\n\`\`\``,
    ...declarations.flatMap((declaration) => writeDeclaration(declaration, links)),
    ...writeTypes(name, signatures, links),
  ];
}

function writeDeclaration({ docstring, members }: Declaration, links: Links): string[] {
  const list = members.map(({ name, docstring }) =>
    item("+", writeDocstring(docstring, links, `\`${name}\`: `)),
  );
  return [
    ...(docstring ? [writeDocstring(docstring, links)] : []),
    ...(list.length > 0 ? [list.join("\n")] : []),
  ];
}

/** @param start Markdown to put before the docstring */
function writeDocstring({ text, tags }: Docstring, links: Links, start = ""): string {
  const list = tags.map((tag) => item("*", writeTag(tag))).join("\n");
  const examples = text.replaceAll(
    /(?<=\n\n)(?: {4}.*\n?|\n(?= {4}))+/g,
    (code) => `\`\`\`ts\n${code.replaceAll(/^ {4}/gm, "").trimEnd()}\n\`\`\`\n`,
  );
  return [start + examples, list]
    .filter((part) => part !== "")
    .join("\n\n")
    .replaceAll(/\{@link (\w+)([^}]*)\}/g, (_, name: string, rest: string) =>
      linkTo(name, links, name + rest),
    );
}

function writeTag({ name, text }: { readonly name: string; readonly text: string }): string {
  if (name === "param") return text.replace(/^\S+/, "`$&`:");
  const word = `**${name[0]?.toUpperCase()}${name.slice(1)}**`;
  return /^https?:\S+$/.test(text) ? `${word} <${text}>` : `${word} ${text}`;
}

/** Writes links to the types in a signature. */
function writeTypes(own: string, signatures: string, links: Links): string[] {
  const names = [...new Set(signatures.match(/\b[A-Z]\w*|(?<=typeof )\w+/g))].filter(
    (name) => name !== own && links.has(name),
  );
  const types = names.map((name) => linkTo(name, links));
  return types.length > 0 ? [`See also ${types.join(", ")}.`] : [];
}

function linkTo(name: string, links: Links, text = name): string {
  const target = links.get(name);
  return target === undefined ? `\`${text}\`` : `[\`${text}\`](${target})`;
}

/** @param bullet Keeps this list apart from the lists of docstrings, which use `-` */
function item(bullet: "*" | "+", text: string): string {
  return `${bullet} ${text.replaceAll(/\n(?=[^\n])/g, "\n  ")}`;
}
