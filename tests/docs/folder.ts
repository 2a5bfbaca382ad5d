import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { applyExcerpt } from "./excerpt.ts";
import { docPaths, type Page, readPage, root } from "./page.ts";
import { programsOf } from "./program.ts";

/** A folder for what the tests of a file write. */
export function folderNamed(name: string): string {
  return `${root}tests/.docs/${name}/`;
}

/** The folder of a page's files and programs. */
export function folderOf(folder: string, { path }: Page): string {
  return join(
    folder,
    path
      .replace(/^docs\//, "")
      .replaceAll("/", "-")
      .replace(/\.md$/, ""),
    "/",
  );
}

/** Writes a file, in folders that need not be there. */
export function write(path: string, code: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, code);
}

/**
 * Writes all files and programs of a page. A page of the guide continues the pages before it, and may show excerpts of their
 * files.
 *
 * @param folder The page's own
 * @param withPort Puts a port in the place of 3000
 */
export function writePage(folder: string, page: Page, withPort = (text: string) => text): void {
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, string>();
  for (const { file, code } of [...pagesBefore(page), page].flatMap(({ blocks }) => blocks)) {
    if (file !== undefined) files.set(file, applyExcerpt(files.get(file) ?? "", code));
  }
  for (const [file, code] of files) write(join(folder, file), withPort(code));
  for (const { line, source } of programsOf(page)) write(join(folder, `line-${line}.ts`), source);
}

function pagesBefore({ path }: Page): readonly Page[] {
  const guide = docPaths().filter((other) => other.startsWith("docs/guide/"));
  return guide.includes(path) ? guide.filter((other) => other < path).map(readPage) : [];
}
