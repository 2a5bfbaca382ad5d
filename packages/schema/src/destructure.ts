import type { Control } from "./control.ts";
import { INCLUDED, leftOut, leftOutText } from "./left-out.ts";
import type { Pstruct, PstructMapping } from "./pstruct.ts";

/**
 * Writes a pstruct as the controls of a form post. It is the inverse of `structure`.
 *
 *     { at: { day: '10' } }
 *     // → [['__start__', 'at:mapping'], ['day', '10'], ['__end__', 'at:mapping']]
 *
 * The loop is iterative, so that depth costs no stack. Items of sequences are all named `item`, because their names
 * carry no meaning.
 *
 * @param pstruct Data to write. `structure` trims white space around names
 * @returns the controls, markers included
 */
export function destructure(pstruct: PstructMapping): Control[] {
  const controls: Control[] = [];
  const pending: { name: string; value: Pstruct; end?: true }[] = [];
  const queueChildren = (value: readonly Pstruct[] | PstructMapping): void => {
    const children = isSequence(value)
      ? value.map((item) => ({ name: "item", value: item }))
      : Object.keys(value).map((name) => ({ name, value: value[name] ?? "" }));
    for (const child of children.toReversed()) pending.push(child);
  };
  queueChildren(pstruct);
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { name, value, end } = next;
    if (typeof value === "string" || value instanceof File) {
      // A reserved name would be read as a marker. Inside a rename, the control may have any name.
      if (end || !RESERVED.has(name)) controls.push([name, value]);
      else controls.push(["__start__", `${name}:rename`], ["value", value], ["__end__", `${name}:rename`]);
      continue;
    }
    const marker = `${name}:${isSequence(value) ? "sequence" : "mapping"}`;
    controls.push(["__start__", marker]);
    const out = leftOut(value);
    if (out) controls.push([INCLUDED, leftOutText(out.nothing)]);
    pending.push({ name: "__end__", value: marker, end: true });
    queueChildren(value);
  }
  return controls;
}

const RESERVED: ReadonlySet<string> = new Set(["__start__", "__end__", "__edit__", INCLUDED]);

function isSequence(value: readonly Pstruct[] | PstructMapping): value is readonly Pstruct[] {
  return Array.isArray(value);
}
