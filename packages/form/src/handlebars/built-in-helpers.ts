/** The helpers that all templates have: how many values they take, and whether they have a block. */
export const builtInHelpers: ReadonlyMap<string, { readonly values: number; readonly block: boolean }> =
  new Map([
    ["if", { values: 1, block: true }],
    ["unless", { values: 1, block: true }],
    ["each", { values: 1, block: true }],
    ["with", { values: 1, block: true }],
    ["lookup", { values: 2, block: false }],
    ["css", { values: 1, block: false }],
    ["draw", { values: 1, block: false }],
  ]);
