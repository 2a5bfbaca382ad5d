import type { Place } from "../field/place.ts";
import type { ButtonView } from "../field/view.ts";
import type { Kind } from "../read/container.ts";

/**
 * Returns the button that adds an item at the end of a list.
 */
export function addView(
  { id: listId, focus, withinParts }: Place,
  label: string,
  disabled: boolean,
): ButtonView {
  const id = `${listId}:add`;
  const labelledBy = withinParts === undefined ? id : `${id} ${withinParts}`;
  return { id, name: "__edit__", value: "add", label, labelledBy, autofocus: focus === id, disabled };
}

/** Returns the buttons that add an item of a kind. Their names begin with the text of the menu: "Add Block Heading". */
export function kindViews(place: Place, kinds: readonly Kind[], disabled: boolean): readonly ButtonView[] {
  return kinds.map(({ key, title }, index) => {
    const id = `${place.id}:add-${index}`;
    const labelledBy = [`${place.id}:add`, id, place.withinParts].filter(Boolean).join(" ");
    return {
      id,
      name: "__edit__",
      value: `add:${key}`,
      label: title,
      labelledBy,
      autofocus: false,
      disabled,
    };
  });
}
