/**
 * The body of a post of the preset form: one cycle of one move.
 *
 * @param own Controls of the form beside its cycles, the name among them
 */
export function presetBody(own: Readonly<Record<string, string>>): URLSearchParams {
  return new URLSearchParams([
    ...Object.entries(own),
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
