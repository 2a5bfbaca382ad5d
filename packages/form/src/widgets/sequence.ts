import type { Field } from "../field.ts";
import { childId } from "../ids.ts";
import type { Place } from "../place.ts";
import type { ButtonView, ItemView, SequenceView, View } from "../view.ts";
import type { Widget } from "./widget.ts";

/** Options of {@link sequence}; each default follows from the schema. */
export interface SequenceOptions {
  /** Whether a person may move items, default the schema's `orderable`. */
  readonly orderable?: boolean;
  /** Text of the button that adds an item, default `Add` and the item's title. */
  readonly addText?: string;
}

/** A list whose items a person adds, removes and, where it is orderable, moves. */
export function sequence(options: SequenceOptions = {}): Widget {
  return {
    template: "sequence",
    deserialize(field, pstruct) {
      if (!Array.isArray(pstruct)) return pstruct;
      return pstruct.map((each) => field.item.widget.deserialize(field.item, each));
    },
    view(place): SequenceView {
      const { node, item } = place.field;
      const { minLength: min = 0, maxLength: max } = node.constraints;
      const { orderable = node.meta.orderable ?? false, addText = `Add ${item.node.title}` } = options;
      const values = valuesOf(place, min, max);
      const addId = `${place.id}:add`;
      return {
        ...place.fieldView(),
        min,
        max,
        orderable,
        items: values.map((value, index) => {
          const last = index === values.length - 1;
          const off = { up: index === 0, down: last, remove: values.length <= min };
          return itemView(place, String(index), place.item(item, index, value), { orderable, off });
        }),
        // A recursive item would hold itself for ever.
        blank: place.blankItems.includes(item.node.type)
          ? undefined
          : itemView(place, "*", place.blankItem(item), { orderable, off: {} }),
        add: {
          ...editView(addId, "add", addText, place.focus),
          disabled: values.length >= (max ?? Infinity),
        },
      };
    },
    focusId: (field: Field, id) => field.item.widget.focusId(field.item, childId(id, 0)),
  };
}

/**
 * What is shown: a fresh form starts with as many items as there must be.
 *
 * A blank item holds none of them, or they would double the page with each level: the script adds them with the item.
 * Of a post with more items than the page lets anyone add, those beyond the limit are not drawn, only refused.
 */
function valuesOf(place: Place, min: number, max: number | undefined): readonly unknown[] {
  const { value, error, blankItems } = place;
  if (Array.isArray(value))
    return error?.issues.some(({ code }) => code === "tooLong") ? value.slice(0, max) : value;
  if (blankItems.length > 0) return [];
  const fresh = place.field.item.node.serialize(undefined);
  return Array.from({ length: min }, () => fresh);
}

/** Which of an item's buttons are there, and which of them are off. */
interface ItemButtons {
  readonly orderable: boolean;
  readonly off: Readonly<Partial<Record<"up" | "down" | "remove", boolean>>>;
}

function itemView(place: Place, segment: string, content: View, { orderable, off }: ItemButtons): ItemView {
  const id = `${place.id}-${segment}`;
  const button = (op: "up" | "down" | "remove", label: string): ButtonView => ({
    ...editView(`${id}:${op}`, op, label, place.focus),
    disabled: off[op] ?? false,
  });
  const moves = orderable ? [button("up", "Up"), button("down", "Down")] : [];
  return { id: `${id}:item`, labelId: `${id}:label`, content, edits: [...moves, button("remove", "Remove")] };
}

function editView(id: string, op: string, label: string, focus: string | undefined): ButtonView {
  return { id, name: "__edit__", value: op, label, autofocus: focus === id };
}
