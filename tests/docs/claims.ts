/** What the programs of the documentation call in place of what their pages say of them. */
import { format } from "node:util";
import { isDecimal } from "@turnform/schema";
import { parseHTML } from "linkedom";
import { expect } from "vitest";

expect.addEqualityTesters([areEqualDecimals]);

let printed: string[] = [];

/** Stands for `console.log`. */
export function print(...values: readonly unknown[]): void {
  printed.push(format(...values));
}

/** Holds what a program has printed since the last time to what its page says, in a block of some language. */
export function claimPrinted(place: string, language: string, expected: string): void {
  claimOutput(place, language, printed.join("\n"), expected);
  printed = [];
}

/** Holds a statement's value to what its page says, or to the name of the error that it throws. */
export async function claim(place: string, actual: () => unknown, expected: unknown): Promise<void> {
  if (typeof expected === "function") expect.soft(await actual(), place).toEqual(expected());
  else await expect.soft((async () => actual())(), place).rejects.toMatchObject({ name: expected });
}

/** Holds an output to what a page says, in a block of some language. */
export function claimOutput(place: string, language: string, actual: string, expected: string): void {
  const read = readers.get(language);
  if (!read) throw new Error(`${place}: outputs are json, html or text, not ${language}`);
  expect.soft(read(actual), place).toEqual(read(expected));
}

const readers: ReadonlyMap<string, (text: string) => unknown> = new Map<string, (text: string) => unknown>([
  ["json", (text) => JSON.parse(text)],
  ["html", outlineOf],
  ["text", (text) => text.trim().replaceAll(/ +$/gm, "")],
]);

/** HTML with a line for each tag and text, so that a page may break its lines where it likes. */
function outlineOf(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return String(document.body.innerHTML)
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ?(<[^>]*>) ?/g, "\n$1\n")
    .replaceAll(/\n+/g, "\n")
    .trim();
}

/** Two decimals are equal when they are written the same. */
function areEqualDecimals(a: unknown, b: unknown): boolean | undefined {
  return isDecimal(a) && isDecimal(b) ? String(a) === String(b) : undefined;
}
