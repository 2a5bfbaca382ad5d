import type { Field } from "./field.ts";
import { idSegment } from "./ids.ts";
import type { Place } from "./place.ts";
import type { ItemTitleView } from "./view.ts";

/** Returns the title of an item from its values. */
export type ItemTitle = (item: Place) => ItemTitleView;

type TitlePart = ItemTitleView["parts"][number];

/**
 * Parses a title such as `Move ${number}: ${angle}°`.
 *
 * @param template A text with slots: `${number}` for the item's position from 1, names of fields in the item, or paths such as
 *   `${at.day}`. While one of these fields is empty, the item has its plain title
 * @param item The item
 * @throws TypeError for the first slot that names no field with one text, or a field that titles can't show
 */
export function itemTitle(template: string, item: Field): ItemTitle {
  const pieces = template.split(/\$\{([^${}]*)\}/);
  const parts = pieces.map((piece, index) => {
    if (index % 2 === 0) return (): TitlePart => ({ text: piece });
    if (piece === "number") return ({ number }: Place): TitlePart => ({ number });
    const fields = fieldsTo(piece, item);
    const suffix = fields.map(({ node }) => `-${idSegment(node.name)}`).join("");
    return (place: Place): TitlePart => {
      const slotPlace = fields.reduce((outer, field) => outer.child(field), place);
      return { controlId: place.id + suffix, text: textOf(slotPlace) };
    };
  });
  return (place) => {
    const views = parts.map((part) => part(place));
    return {
      parts: views,
      filled: views.every(({ controlId, text }) => controlId === undefined || text !== ""),
    };
  };
}

function fieldsTo(slot: string, item: Field): readonly Field[] {
  const fields: Field[] = [];
  for (const name of slot.split(".")) {
    const outer = fields.at(-1) ?? item;
    const field = outer.node.kind === "object" ? outer.child(name) : undefined;
    if (!field)
      throw new TypeError(
        `An item title has the slot "${slot}", but "${outer.node.name}" has no field "${name}"`,
      );
    fields.push(field);
  }
  const field = fields.at(-1);
  if (field?.children.length !== 0)
    throw new TypeError(`An item title has the slot "${slot}", which is not one text`);
  const { widget } = field;
  if (widget.secret === true || widget.inTitles?.(field) === false)
    throw new TypeError(`An item title has the slot "${slot}", whose widget tells titles nothing`);
  return fields;
}

/** Returns the text for the script to read from the page: the value of a control, or the labels of chosen options. */
function textOf(place: Place): string {
  const { page } = place.view();
  if ("value" in page && typeof page.value === "string") return page.value.trim();
  return place.text && place.shown.trim();
}
