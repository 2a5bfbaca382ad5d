/**
 * Compares two folders written by `npm run pages`. Ignores white space between and inside tags.
 *
 *     npm run pages:compare -- OLD NEW
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [before, after] = process.argv.slice(2);
if (before === undefined || after === undefined) {
  console.error("Name two folders: npm run pages:compare -- OLD NEW");
  process.exit(2);
}
const [old, now] = [before, after].map((folder) => new Set(readdirSync(folder)));
const missing = [...(old ?? [])].filter((file) => now?.has(file) !== true);
const added = [...(now ?? [])].filter((file) => old?.has(file) !== true);
let different = 0;
for (const file of old ?? []) {
  if (missing.includes(file)) continue;
  const [was, is] = [before, after].map((folder) => tokens(readFileSync(join(folder, file), "utf8")));
  const at = was?.findIndex((token, index) => token !== is?.[index]) ?? -1;
  if (at === -1 && was?.length === is?.length) continue;
  different++;
  const near = (list: readonly string[] | undefined): string =>
    (list ?? []).slice(Math.max(0, at - 1), at + 2).join("");
  if (different <= 20) console.log(`${file}\n  old: ${near(was)}\n  new: ${near(is)}`);
}
console.log(`${old?.size ?? 0} pages, ${different} differ, ${missing.length} missing, ${added.length} added`);
if (different + missing.length > 0) process.exitCode = 1;

/** Splits a page into tags and texts, without invisible white space. Keeps the content of text areas. */
function tokens(html: string): readonly string[] {
  return html
    .split(/(<textarea[^>]*>[^]*?<\/textarea>)/)
    .flatMap((part) =>
      part.startsWith("<textarea")
        ? [
            part.replace(
              /^<textarea([^>]*)>\n?/,
              (_, attributes: string) => `<textarea${oneSpace(attributes)}>`,
            ),
          ]
        : part.split(/(<[^>]*>)/).map(oneSpace),
    )
    .filter((token) => token !== "");
}

/** Folds white space, and drops it at both ends and before `>`. */
function oneSpace(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll(/^ | $| (?=>)/g, "");
}
