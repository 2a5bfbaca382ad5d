import { editInside, editItems } from "../read/edit.ts";
import type { Field } from "../field/field.ts";
import { childId } from "../field/ids.ts";
import { boxId, includeLabel } from "../field/left-out.ts";
import { comparableText } from "../read/item-reference.ts";
import { fillParts, newValue } from "../read/new-value.ts";
import type { Place } from "../field/place.ts";
import type { FieldPage, FieldView, SequencePage } from "../field/view.ts";
import type { View } from "../field/template.ts";
import { isShown } from "./mapping.ts";
import { addView } from "./add-buttons.ts";
import { blankPlace, ItemViews, LIST_FILES, LIST_TEXTS } from "./sequence-view.ts";
import type { WidgetOptions } from "../field/widget.ts";
import type { ContainerWidget, Edited, EditTarget } from "../read/container.ts";

/** Options of {@link tupleGroup}. */
export interface TupleGroupOptions extends WidgetOptions<TupleGroupView> {
  /** Text of the button that adds a further part, default `Add` and the part's title. */
  readonly addText?: string;
  /** Label of the box that includes an optional tuple, default `Include` and the tuple's title. */
  readonly includeText?: string;
}

/** Parts side by side. */
export interface TupleGroupView extends FieldView, TupleGroupPage {}

/** Page properties of {@link TupleGroupView}. */
export interface TupleGroupPage extends FieldPage {
  readonly parts: readonly TuplePartView[];
  readonly children: readonly View[];
}

/** One part of a tuple. */
export interface TuplePartView {
  readonly name: string;
  readonly content: View;
  /** True if the part posts nothing, so that a placeholder must keep its position in the post. */
  readonly silent: boolean;
  /** The text of the placeholder. In an item of a list it identifies the item in the current data. */
  readonly placeholder: string;
}

/**
 * Creates a group of fields side by side, one for each part of a tuple.
 *
 *     z.tuple([z.string().meta({ title: "From" }), z.string().meta({ title: "To" })]).meta({ widget: tupleGroup() })
 *
 * If the tuple has a `rest`, a person adds and removes further parts like items of a sequence.
 */
export function tupleGroup(options: TupleGroupOptions = {}): ContainerWidget {
  return {
    options,
    template: "tuple-group",
    readonlyTemplate: "tuple-group",
    isGroup: true,
    drawsActions: true,
    leftOutBy: () => "box",
    scriptTexts: LIST_TEXTS,
    resources: LIST_FILES,
    deserialize(field, pstruct, reading) {
      if (!Array.isArray(pstruct)) return pstruct;
      return pstruct.map((posted, position) => {
        const part = field.child(position);
        // A fixed part posts a placeholder, which `restoreFixedValues` replaces by the current value.
        return part && !part.isFixed ? reading.inside(position, part, posted) : posted;
      });
    },
    // A tuple with a `rest` uses the list's template; its first items have no buttons.
    constants: (field) => ({
      includeLabel: includeLabel(field, options.includeText),
      ...(restOf(field) && { template: "sequence", orderable: false }),
    }),
    view(place) {
      const rest = restOf(place.field);
      return rest ? growingPage(place, rest, options) : groupPage(place);
    },
    focusId(field, id) {
      if (field.leftOutBy === "box") return boxId(id);
      const [key, part] = field.parts().find(([, candidate]) => isShown(candidate)) ?? [];
      return part && key !== undefined ? part.focusId(childId(id, key)) : `${id}:add`;
    },
    fill: (field, cstruct, filling) =>
      fillParts(field, Array.isArray(cstruct) ? cstruct : fixedParts(field), filling),
    edit: (target) =>
      target.path.length > 0
        ? editInside(target, target.field.child(target.path[0] ?? ""))
        : editRest(target, restOf(target.field)),
    check({ node, children }) {
      if (node.kind !== "tuple")
        throw new TypeError(
          `Field "${node.name}" is of kind ${node.kind}, but its widget tupleGroup needs a tuple`,
        );
      const fixed = children.find(({ isFixed }) => isFixed);
      if (fixed && children.some((child) => child.isNumbered))
        throw new TypeError(
          `Part "${fixed.node.name}" of the tuple "${node.name}" is readonly or disabled, so it posts nothing and the further parts ` +
            `would take its position: make the tuple readonly, or leave out its rest`,
        );
    },
  };
}

/** Returns the field of the further parts. */
function restOf({ children }: Field): Field | undefined {
  return children.find(({ node }) => node.name === "*");
}

function fixedParts(field: Field): readonly unknown[] {
  return field.parts().map(([, part]) => part.node.serialize(undefined));
}

function editRest({ field, id, cstruct, edit }: EditTarget, rest: Field | undefined): Edited {
  const min = field.parts().length;
  const isIts = edit.op === "add" ? edit.index >= min - 1 : edit.op === "remove" && edit.index >= min;
  if (!rest || !isIts || !Array.isArray(cstruct)) return { cstruct };
  return editItems(cstruct, edit, {
    id,
    min,
    max: Infinity,
    blank: () => newValue(rest),
    focusId: (itemId) => rest.focusId(itemId),
  });
}

function groupPage(place: Place): Pick<TupleGroupPage, "parts" | "children"> {
  const isItem = place.field.isNumbered && !place.surroundings.isBlank;
  const parts = placesOf(place).map((part): TuplePartView => {
    const { readonly = false, disabled = false } = part.field.widget.options ?? {};
    return {
      name: part.field.node.name,
      content: part.view(),
      silent: !place.readonly && (readonly || disabled),
      placeholder: isItem ? comparableText(part.value) : "",
    };
  });
  return { parts, children: parts.map(({ content }) => content) };
}

/** Returns the places of the parts. Without a value, each part has its own initial value. */
function placesOf(place: Place): readonly Place[] {
  const { field, value, isNothing } = place;
  if (isNothing) return [];
  return field
    .parts(value)
    .map(([key, part]) =>
      place.inside(
        part,
        key,
        Array.isArray(value) ? value[Number(key)] : part.node.serialize(undefined),
        part === restOf(field) ? { number: String(Number(key) + 1) } : {},
      ),
    );
}

function growingPage(place: Place, rest: Field, { addText }: TupleGroupOptions): Partial<SequencePage> {
  const { field, surroundings, readonly } = place;
  const { lists, isBlank } = surroundings;
  // Only further parts are made from the blank item: the first parts have other fields.
  const inside = {
    ...surroundings,
    lists: [...lists, { item: rest.node.type, drawing: "tuple" }],
    outerBlankHasField: false,
  };
  const fixedViews = new ItemViews(field, rest, []);
  const furtherViews = new ItemViews(field, rest, readonly ? [] : ["remove"]);
  const isInItself = isBlank && lists.some(({ item }) => item === rest.node.type);
  const viewOf = (part: Place): View => (part.field === rest ? furtherViews : fixedViews).view(part, {});
  return {
    min: field.parts().length,
    items: placesOf(place).map((part) => viewOf(part.with({ surroundings: inside }))),
    blank: readonly || isInItself ? undefined : viewOf(blankPlace(place, rest, inside)),
    add: readonly ? undefined : addView(place, addText ?? field.say("addItem", { item: rest.title }), false),
  };
}
