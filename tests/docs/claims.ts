/** Functions that the documentation's programs call to check the results that the pages state. */
import { format } from "node:util";
import { isDecimal } from "@turnform/schema";
import { parseHTML } from "linkedom";
import { expect } from "vitest";

expect.addEqualityTesters([areEqualDecimals]);

let printed: string[] = [];

/** Replaces `console.log`. */
export function print(...values: readonly unknown[]): void {
  printed.push(format(...values));
}

/** Compares the output since the last call with a block of the page. */
export function claimPrinted(place: string, language: string, expected: string): void {
  claimOutput(place, language, printed.join("\n"), expected);
  printed = [];
}

/** Compares a statement's value, or the name of the error that it throws, with the page. */
export async function claim(place: string, actual: () => unknown, expected: unknown): Promise<void> {
  if (typeof expected === "function") expect.soft(await actual(), place).toEqual(expected());
  else await expect.soft((async () => actual())(), place).rejects.toMatchObject({ name: expected });
}

/** Compares an output with a block of the page, in the block's language. */
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

/** Writes each tag and text of HTML on its own line, so that pages may break lines anywhere. */
function outlineOf(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return String(document.body.innerHTML)
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ?(<[^>]*>) ?/g, "\n$1\n")
    .replaceAll(/\n+/g, "\n")
    .trim();
}

/** Compares decimals as they are written. */
function areEqualDecimals(a: unknown, b: unknown): boolean | undefined {
  return isDecimal(a) && isDecimal(b) ? String(a) === String(b) : undefined;
}
