import type { Edit } from "@turnform/schema";
import type { Field } from "./field.ts";
import { childId } from "./ids.ts";

/** A form's texts after an edit, and where the person goes on. */
export interface Edited {
  readonly cstruct: unknown;
  /** Id of the element that takes the focus. */
  readonly focus: string | undefined;
}

/**
 * Carries out an edit that was asked for without JavaScript.
 *
 * What can't be done (an item too many, a path that the schema does not have) leaves everything as it was.
 *
 * @param root The form's root field
 * @param formId The root's id
 * @param cstruct What the person typed; it is not changed
 * @param edit The sequence, the item and what to do
 */
export function applyEdit(root: Field, formId: string, cstruct: unknown, edit: Edit): Edited {
  let focus: string | undefined;
  const change = (field: Field, id: string, value: unknown, path: readonly (string | number)[]): unknown => {
    const [key, ...rest] = path;
    if (key === undefined) {
      if (field.node.kind !== "array" || !Array.isArray(value)) return value;
      const changed = editItems(field, id, value, edit);
      focus = changed.focus;
      return changed.items;
    }
    const child = field.child(key);
    if (!child || typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return value;
    const inner = change(child, childId(id, key), Reflect.get(value, key), rest);
    return Array.isArray(value)
      ? value.with(Number(key), inner)
      : Object.assign(Object.create(null), value, { [key]: inner });
  };
  return { cstruct: change(root, formId, cstruct, edit.sequence), focus };
}

function editItems(
  field: Field,
  id: string,
  items: readonly unknown[],
  { op, index }: Edit,
): { items: readonly unknown[]; focus: string } {
  const { minLength: min = 0, maxLength: max = Infinity } = field.node.constraints;
  const itemId = (at: number): string => childId(id, at);
  const swap = (a: number, b: number): readonly unknown[] => items.with(a, items[b]).with(b, items[a]);
  switch (op) {
    case "add": {
      if (items.length >= max) return { items, focus: `${id}:add` };
      const at = index + 1;
      const blank = field.item.node.serialize(undefined);
      return {
        items: items.toSpliced(at, 0, blank),
        focus: field.item.widget.focusId(field.item, itemId(at)),
      };
    }
    case "remove": {
      if (items.length <= min || index < 0) return { items, focus: `${id}:add` };
      const left = items.toSpliced(index, 1);
      const next = Math.min(index, left.length - 1);
      return { items: left, focus: left.length > min ? `${itemId(next)}:remove` : `${id}:add` };
    }
    case "up": {
      if (index < 1) return { items, focus: `${itemId(0)}:down` };
      return { items: swap(index - 1, index), focus: `${itemId(index - 1)}:${index === 1 ? "down" : "up"}` };
    }
    case "down": {
      if (index < 0 || index >= items.length - 1) return { items, focus: `${itemId(items.length - 1)}:up` };
      return {
        items: swap(index, index + 1),
        focus: `${itemId(index + 1)}:${index === items.length - 2 ? "up" : "down"}`,
      };
    }
    default:
      return op satisfies never;
  }
}
