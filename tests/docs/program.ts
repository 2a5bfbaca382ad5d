import type { Block, Page } from "./page.ts";

/** A program of a page: a block with imports, and the blocks that continue it. */
export interface Program {
  /** Number of its first line. */
  readonly line: number;
  /** Source of a module that checks its results with `claims.ts`. It keeps the line numbers of the page. */
  readonly source: string;
}

/** A statement of one line or several, and its stated result: `// → result`, after it or on the lines below. */
const CLAIM = /^([^\s)\]}/].*?(?:\n[ )\]}].*?)*?);?(\s*)\/\/ → (.*(?:\n\/\/ {3}.*)*)$/gm;

/** Returns true if a block is part of a program. */
export function isProgram({ language, file }: Block): boolean {
  return language === "ts" && file === undefined;
}

/** Returns true if a block is the output of the block before it. */
export function isOutput({ blocks }: Page, index: number): boolean {
  const [before, block] = [blocks[index - 1], blocks[index]];
  const isPrinted = before !== undefined && (isProgram(before) || before.language === "sh");
  return isPrinted && block?.file === undefined && ["json", "html", "text"].includes(block?.language ?? "");
}

/** Returns the programs of a page, in order. */
export function programsOf(page: Page): readonly Program[] {
  const starts = page.blocks.filter((block) => isProgram(block) && block.code.startsWith("import "));
  return starts.map((start, index) => {
    const end = starts[index + 1]?.line ?? Infinity;
    const blocks = page.blocks.filter(
      (block) => isProgram(block) && block.line >= start.line && block.line < end,
    );
    return { line: start.line, source: moduleOf(page, blocks) };
  });
}

/** Nests each block in the one before it, so that a block can declare a name again. */
function moduleOf(page: Page, blocks: readonly Block[]): string {
  const lines = page.source.split("\n").map(() => "");
  for (const [index, block] of blocks.entries()) {
    const code = withCalls(page, block).replaceAll("console.log(", "print(").trimEnd().split("\n");
    const before = index === 0 ? "" : "{";
    const output = outputOf(page, block);
    lines.splice(block.line - 2, code.length + 2, before, ...code, output);
  }
  lines[0] = `import { claim, claimPrinted, print } from "../../../docs/claims.ts";`;
  return [...lines, "}".repeat(blocks.length - 1)].join("\n");
}

/** Returns the call that compares a block's output with the page. Without a stated output, the block must print nothing. */
function outputOf(page: Page, block: Block): string {
  const next = page.blocks.indexOf(block) + 1;
  const { language = "text", code = "" } = (isOutput(page, next) && page.blocks[next]) || {};
  const place = `${page.path}:${block.line}`;
  return `claimPrinted(${[place, language, code].map((text) => JSON.stringify(text)).join(", ")});`;
}

/** Turns each stated result of a block into a call, on the same line. */
function withCalls(page: Page, { code, line }: Block): string {
  return code.replaceAll(CLAIM, (_, statement: string, space: string, result: string, offset: number) => {
    const at = line + code.slice(0, offset).split("\n").length - 1;
    const [, thrown] = /^throws (\w+)$/.exec(result) ?? [];
    const expected = thrown ? `"${thrown}"` : `() => (${result.replaceAll(/^\/\/ {3}/gm, "")})`;
    return `await claim("${page.path}:${at}", async () => (${statement}),${space}${expected});`;
  });
}
