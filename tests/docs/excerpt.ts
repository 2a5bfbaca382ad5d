/** A comment for lines that stay the same: `// …`, or the same in CSS or Handlebars. */
const ELISION = /^\s*(?:\/\/|\/\*|\{\{!)\s*…\s*(?:\*\/|\}\})?$/;

/**
 * Applies an excerpt to a file. Each part between elisions begins and ends with an existing line of the file; it replaces these
 * lines and all between them. Code without elisions is the whole file.
 *
 * @throws Error if the first or last line of a part is not in the file
 */
export function applyExcerpt(file: string, excerpt: string): string {
  const parts = partsOf(excerpt);
  const [only, ...others] = parts;
  if (only && others.length === 0) return excerpt;
  const lines = file.split("\n");
  const changed: string[] = [];
  let next = 0;
  for (const [index, part] of parts.entries()) {
    if (part.length === 0) continue;
    const start = index === 0 ? 0 : indexOf(lines, part.at(0), next);
    const end = index === parts.length - 1 ? lines.length : indexOf(lines, part.at(-1), start) + 1;
    changed.push(...lines.slice(next, start), ...part);
    next = end;
  }
  return [...changed, ...lines.slice(next)].join("\n").trimEnd() + "\n";
}

/** Returns the runs of lines between elisions, without blank lines around them. */
function partsOf(excerpt: string): string[][] {
  const parts: string[][] = [[]];
  for (const line of excerpt.trimEnd().split("\n")) {
    if (ELISION.test(line)) parts.push([]);
    else if (line !== "" || parts.at(-1)?.length) parts.at(-1)?.push(line);
  }
  for (const part of parts) while (part.at(-1) === "") part.pop();
  return parts;
}

function indexOf(lines: readonly string[], line = "", from: number): number {
  const index = lines.indexOf(line, from);
  if (index < 0) throw new Error(`An excerpt shows a line that the file does not have: ${line}`);
  return index;
}
