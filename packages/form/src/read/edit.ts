import type { Edit } from "@turnform/schema";
import { keepLeftOut } from "@turnform/schema/left-out";
import type { Field } from "../field/field.ts";
import { partOf } from "../field/cstruct.ts";
import { childId } from "../field/ids.ts";
import { containerOf, type Edited, type EditTarget } from "./container.ts";

/**
 * Carries out an edit for a page without JavaScript, with the field's widget.
 *
 * An impossible edit changes nothing: an item too many, a path outside the schema, or a field that can't be edited.
 */
export function applyEdit(target: EditTarget): Edited {
  const { field, cstruct } = target;
  const unchanged = { cstruct };
  return field.isFixed ? unchanged : (containerOf(field)?.edit(target) ?? unchanged);
}

/** Returns the id of the element to focus after a refresh: that of the button's field. */
export function focusOf({ field: root, id: rootId, cstruct, path }: EditTarget): string | undefined {
  let [field, id, value]: [Field | undefined, string, unknown] = [root, rootId, cstruct];
  for (const key of path) {
    field = field?.child(key, value);
    id = childId(id, key);
    value = partOf(value, key);
  }
  return path.length === 0 ? undefined : field?.focusId(id);
}

/**
 * Carries out an edit of an inner field.
 *
 * @param target The outer field
 * @param field The field at the next step of the path
 */
export function editInside({ id, cstruct, path, edit }: EditTarget, field: Field | undefined): Edited {
  const [key, ...rest] = path;
  if (!field || key === undefined || typeof cstruct !== "object" || cstruct === null) return { cstruct };
  if (!Object.hasOwn(cstruct, key)) return { cstruct };
  const inner: unknown = Reflect.get(cstruct, key);
  const edited = applyEdit({ field, id: childId(id, key), cstruct: inner, path: rest, edit });
  return {
    ...edited,
    cstruct: keepLeftOut(cstruct, withPart(cstruct, key, edited.cstruct)),
  };
}

function withPart(cstruct: object, key: string | number, part: unknown): object {
  return Array.isArray(cstruct)
    ? cstruct.with(Number(key), part)
    : Object.assign(Object.create(null), cstruct, { [key]: part });
}

/** Properties of a list for editing its items. */
export interface EditableItems {
  readonly id: string;
  readonly min: number;
  readonly max: number;
  /** Returns the cstruct of a new item. */
  blank(): unknown;
  /** Returns the id of the element to focus in an item. */
  focusId(id: string): string;
}

/** Edits the items of a list. */
export function editItems(items: readonly unknown[], { op, index }: Edit, list: EditableItems): Edited {
  const { id, min, max } = list;
  const addId = `${id}:add`;
  const itemId = (at: number): string => childId(id, at);
  const insert = (item: unknown): Edited =>
    items.length >= max
      ? { cstruct: items, focus: addId }
      : { cstruct: items.toSpliced(index + 1, 0, item), focus: list.focusId(itemId(index + 1)) };
  const move = (by: 1 | -1): Edited => {
    const to = index + by;
    const [up, down] = [`${itemId(to)}:up`, `${itemId(to)}:down`];
    if (index < 0 || index >= items.length) return { cstruct: items, focus: addId };
    if (to < 0 || to >= items.length)
      return { cstruct: items, focus: `${itemId(index)}:${by < 0 ? "down" : "up"}` };
    const cstruct = items.with(index, items[to]).with(to, items[index]);
    if (by < 0) return { cstruct, focus: to === 0 ? down : up };
    return { cstruct, focus: to === items.length - 1 ? up : down };
  };
  switch (op) {
    case "add":
      return insert(list.blank());
    case "duplicate":
      return index in items ? insert(items[index]) : { cstruct: items, focus: addId };
    case "remove": {
      if (items.length <= min || !(index in items)) return { cstruct: items, focus: addId };
      const left = items.toSpliced(index, 1);
      const next = Math.min(index, left.length - 1);
      return { cstruct: left, focus: left.length > min ? `${itemId(next)}:remove` : addId };
    }
    case "up":
      return move(-1);
    case "down":
      return move(1);
    case "choose":
    case "paste":
    case "refresh":
    case "check":
      return { cstruct: items };
    default:
      return op satisfies never;
  }
}
