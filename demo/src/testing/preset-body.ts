/**
 * Returns the body of a post of the preset form, with one cycle of one move.
 *
 * @param fields Controls of the form without its cycles, for example its name
 */
export function presetBody(fields: Readonly<Record<string, string>>): URLSearchParams {
  return new URLSearchParams([
    ...Object.entries(fields),
    ["__start__", "cycles:sequence"],
    ["__start__", "item:sequence"],
    ["__start__", "item:mapping"],
    ["angle", "1"],
    ["speed", "1"],
    ["dwell", "1"],
    ["__end__", ""],
    ["__end__", ""],
    ["__end__", ""],
  ]);
}
