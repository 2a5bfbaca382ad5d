import type { Pstruct } from "@turnform/schema";
import { editInside, editItems } from "../read/edit.ts";
import type { Field } from "../field/field.ts";
import { childId } from "../field/ids.ts";
import { checkOneOf } from "../field/one-of.ts";
import { boxId } from "../field/left-out.ts";
import { itemTitle } from "../field/item-title.ts";
import { newValue } from "../read/new-value.ts";
import type { Reading } from "../read/reading.ts";
import type { SequenceView } from "../field/view.ts";
import { pasteColumns } from "./paste-rows.ts";
import {
  LIST_FILES,
  LIST_TEXTS,
  limitsOf,
  type ListOptions,
  PASTE,
  PASTE_TEXTS,
  sequenceConstants,
  SequenceViews,
} from "./sequence-view.ts";
import type { Makes, WidgetOptions } from "../field/widget.ts";
import { type ContainerWidget, containerOf } from "../read/container.ts";

/** Options of {@link sequence}; each default follows from the schema. */
export interface SequenceOptions extends WidgetOptions<SequenceView>, ListOptions {}

/** Creates a list. A person adds and removes its items, and moves them if the list is orderable. */
export function sequence(options: SequenceOptions = {}): ContainerWidget & Makes<never[] & Set<never>> {
  const isTable = options.layout === "table";
  const template = isTable ? "sequence-table" : "sequence";
  const viewsOf = new WeakMap<object, SequenceViews>();
  return {
    options,
    template,
    readonlyTemplate: template,
    isGroup: true,
    drawsActions: true,
    group: options.group,
    resources: [...(isTable ? ["turnform-table.css"] : []), ...LIST_FILES, ...(options.paste ? PASTE : [])],
    leftOutBy: ({ node }) => ((node.constraints.minLength ?? 0) > 0 ? "box" : "nothing inside"),
    canDuplicate: ({ node: { meta } }) => options.duplicable ?? options.orderable ?? meta.orderable ?? false,
    canMove: ({ node: { meta } }) => options.orderable ?? meta.orderable ?? false,
    paste: options.paste,
    scriptTexts: options.paste ? [...LIST_TEXTS, ...PASTE_TEXTS] : LIST_TEXTS,
    deserialize(field, posted, reading) {
      if (posted === undefined && field.node.leftOutValues.length > 0) return undefined;
      const pstruct = posted ?? [];
      if (!Array.isArray(pstruct)) return pstruct;
      const { item } = field;
      const given = firstItems(field, pstruct, reading);
      let changed: unknown[] | undefined;
      given.forEach((posted, index) => {
        const text = reading.inside(index, item, posted);
        if (text !== posted) (changed ??= [...given])[index] = text;
      });
      const read = changed ?? given;
      // Items that were added to an absent list without a box make it present
      const isMarked = field.leftOutBy === "nothing inside" && read === pstruct && read.length > 0;
      return isMarked ? [...read] : read;
    },
    constants: (field, readonly) => sequenceConstants(field, readonly, options),
    view(place) {
      const { field, readonly } = place;
      const key = field.constants(readonly);
      let views = viewsOf.get(key);
      if (!views) viewsOf.set(key, (views = new SequenceViews(field, readonly, options)));
      return views.view(place);
    },
    focusId: (field, id) =>
      field.leftOutBy === "box"
        ? boxId(id)
        : limitsOf(field).min > 0
          ? field.item.focusId(childId(id, 0))
          : `${id}:add`,
    edit(target) {
      const { field, id, cstruct, path, edit } = target;
      if (!Array.isArray(cstruct)) return { cstruct };
      if (path.length > 0) return editInside(target, field.item);
      const { item } = field;
      const { min, max = Infinity } = limitsOf(field);
      const { index } = edit;
      // "Insert after" adds an item of the same kind
      const isSame = edit.kind === "" && index in cstruct;
      const kind = isSame ? containerOf(item)?.kindOf?.(item, cstruct[index]) : edit.kind;
      if (kind === undefined)
        return editItems(cstruct, edit, {
          id,
          min,
          max,
          blank: () => newValue(item),
          focusId: (itemId) => item.focusId(itemId),
        });
      const itemId = childId(id, index + 1);
      const made = containerOf(item)?.ofKind?.(item, itemId, kind);
      if (!made) return { cstruct };
      return editItems(cstruct, edit, {
        id,
        min,
        max,
        blank: () => made.cstruct,
        focusId: () => made.focus ?? itemId,
      });
    },
    fill(field, cstruct, filling) {
      const given: readonly unknown[] = Array.isArray(cstruct) ? cstruct : [];
      const filled = given.map((value) => filling.fill(field.item, value));
      return [...filled, ...filling.items(field.item, limitsOf(field).min - given.length)];
    },
    check({ node, item }) {
      checkOneOf(`layout of sequence "${node.name}"`, options.layout, ["list", "table"]);
      if (options.paste && pasteColumns(item).length === 0)
        throw new TypeError(
          `Sequence "${node.name}" can't be filled from text: its items are neither single values nor mappings of them`,
        );
      if (options.itemTitle !== undefined) itemTitle(options.itemTitle, item);
      if (isTable && (containerOf(item)?.fitsRow !== true || !item.children.every(isSingle)))
        throw new TypeError(
          `Sequence "${node.name}" can't be a table: its items are not mappings of single fields`,
        );
    },
  };
}

/**
 * Returns the posted items to read, at most one more than allowed: enough for the schema to refuse them all.
 *
 * A set drops repeated items, so the schema may find it short enough. The widget therefore reports the length itself.
 */
function firstItems(field: Field, pstruct: readonly Pstruct[], reading: Reading): readonly Pstruct[] {
  const { max = Infinity } = limitsOf(field);
  if (pstruct.length <= max) return pstruct;
  reading.suggest("tooMany", { max });
  return pstruct.slice(0, max + 1);
}

function isSingle({ children }: Field): boolean {
  return children.length === 0;
}
