import type { Control } from "@turnform/schema";

/**
 * Converts the line ends of texts to `\n`.
 *
 * A browser counts a line end as one character, but posts it as two, from every control. With one character, a text comes back
 * unchanged and has the same length on both sides.
 *
 * @param controls Name/value pairs in document order; files are kept
 * @yields each control, with converted line ends in texts
 */
export function* withLineEnds(controls: Iterable<Control>): Generator<Control, void> {
  for (const control of controls) {
    const { 0: name, 1: value } = control;
    yield typeof value === "string" && value.includes("\r")
      ? [name, value.replaceAll(/\r\n?/g, "\n")]
      : control;
  }
}
