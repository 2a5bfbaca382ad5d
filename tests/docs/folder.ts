import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { applyExcerpt } from "./excerpt.ts";
import { docPaths, type Page, readPage, root } from "./page.ts";
import { programsOf } from "./program.ts";

/** Returns the folder for files that a test file writes. */
export function folderNamed(name: string): string {
  return `${root}tests/.docs/${name}/`;
}

/** Returns the folder for a page's files and programs. */
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

/** Writes a file, and makes its folders. */
export function write(path: string, code: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, code);
}

/**
 * Writes all files and programs of a page. A page of the guide continues the pages before it, and may show excerpts of their files.
 *
 * @param folder Folder of the page
 * @param withPort Replaces the port 3000 in a text
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
