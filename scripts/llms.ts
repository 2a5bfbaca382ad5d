/** Writes the documentation as plain text for programs that read docs: an index, and everything in one file. */

/** Reads a file by its path from the project's folder. */
export type Read = (path: string) => string;

/** Groups of the index about the project itself, which users of the packages don't need. */
const PROJECT = "The project";

const LINK = /^(?:-|\d+\.) \[(?<title>[^\]]+)\]\((?<path>[^)]+)\)(?<about>.*)$/;

/**
 * Returns the texts of `llms.txt` and `llms-full.txt` by name (https://llmstxt.org).
 *
 * @param references Paths of the reference's pages, with their titles
 */
export function writeLlms(read: Read, references: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const [, summary = ""] = /^# .+\n\n([^]+?)\n\n/.exec(read("README.md")) ?? [];
  const lines = read("docs/README.md")
    .split("\n")
    .flatMap((line) => rebase(line) ?? []);
  const reference = [...references].map(([path, title]) => `- [${title}](${path})`);
  const index = [`# Turnform`, `> ${summary.replaceAll("\n", " ")}`, ...blocks(lines), "## Reference"];
  const paths = pathsOf(lines);
  const pages = ["README.md", ...paths, ...references.keys()].map(
    (path) => `<!-- ${path} -->\n\n${read(path).trim()}`,
  );
  return new Map([
    ["llms.txt", `${index.join("\n\n")}\n\n${reference.join("\n")}\n`],
    ["llms-full.txt", `${pages.join("\n\n")}\n`],
  ]);
}

/** Returns a heading or a link to a page of the docs, with a path from the project's folder. Undefined for any other line. */
function rebase(line: string): string | undefined {
  if (line.startsWith("## ")) return line;
  const { title, path, about } = LINK.exec(line)?.groups ?? {};
  return path === undefined || path.startsWith("..") ? undefined : `- [${title}](docs/${path})${about}`;
}

/** Joins each heading's links. */
function blocks(lines: readonly string[]): string[] {
  return lines
    .join("\n")
    .split(/\n?(?=## )/)
    .map((block) => block.replace("\n", "\n\n"));
}

/** Returns the pages for users, in the order of the index. */
function pathsOf(lines: readonly string[]): string[] {
  const end = lines.indexOf(`## ${PROJECT}`);
  return lines.slice(0, end < 0 ? undefined : end).flatMap((line) => LINK.exec(line)?.groups?.["path"] ?? []);
}
