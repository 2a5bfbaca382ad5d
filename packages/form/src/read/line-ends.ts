import type { Control } from "@turnform/schema";

/**
 * Returns controls whose texts end each line by `\n`.
 *
 * A browser counts the end of a line as one character and posts it as two, from every control. Read as one, a text comes back as it
 * was shown, and counts the same on both sides.
 *
 * @param controls Name/value pairs in document order; files stay as they are
 * @yields each control, with such ends where it is a text
 */
export function* withLineEnds(controls: Iterable<Control>): Generator<Control, void> {
  for (const control of controls) {
    const { 0: name, 1: value } = control;
    yield typeof value === "string" && value.includes("\r")
      ? [name, value.replaceAll(/\r\n?/g, "\n")]
      : control;
  }
}
