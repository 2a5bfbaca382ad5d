import type { Control } from "@turnform/schema";

/**
 * Converts the line ends of texts to `\n`.
 *
 * A browser counts a line end as one character, but posts it as two, from every control. With one character, a text comes back
 * unchanged and has the same length on both sides.
 *
 * @param controls Name/value pairs in document order; files are kept
 * @returns the controls, with converted line ends in texts
 */
export function withLineEnds(controls: readonly Control[]): readonly Control[] {
  return controls.some(hasCarriageReturn) ? controls.map(withLineFeeds) : controls;
}

function hasCarriageReturn({ 1: value }: Control): boolean {
  return typeof value === "string" && value.includes("\r");
}

function withLineFeeds(control: Control): Control {
  const { 0: name, 1: value } = control;
  return typeof value === "string" ? [name, lineFeeds(value)] : control;
}

/** Converts the line ends of one text to `\n`. */
export function lineFeeds(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}
