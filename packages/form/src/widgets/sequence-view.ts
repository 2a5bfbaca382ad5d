import type { View } from "../field/template.ts";
import type { Field } from "../field/field.ts";
import { type ItemTitle, itemTitle } from "../field/item-title.ts";
import { includeLabel } from "../field/left-out.ts";
import { Place, type Surroundings } from "../field/place.ts";
import type {
  ColumnView,
  FieldPage,
  ItemConstants,
  ItemPage,
  LimitsView,
  NoteView,
  PasteView,
  RowConstants,
  SequencePage,
} from "../field/view.ts";
import { breadcrumbOf } from "../field/breadcrumb.ts";
import { rowFields } from "./block-views.ts";
import {
  type ImpossibleEdits,
  impossibleEdits,
  ActionViews,
  type ItemOp,
  movesBeyond,
} from "./item-actions.ts";
import { addView, kindViews } from "./add-buttons.ts";
import { containerOf, type Kind } from "../read/container.ts";
import { pasteColumns } from "./paste-rows.ts";
import { tableColumns } from "./table-columns.ts";
import { StagedView } from "../field/staged-view.ts";

/** Options of all lists. */
export interface ListOptions {
  /** Lets a person move items, default the schema's `orderable`. */
  readonly orderable?: boolean;
  /** Adds a button to each item that inserts an item after it. Default: the value of `orderable`, since otherwise order has no meaning. */
  readonly insertable?: boolean;
  /** Adds a button to each item that duplicates it. Default: the value of `orderable`. */
  readonly duplicable?: boolean;
  /** Text of the button that adds an item, default `Add` and the item's title. */
  readonly addText?: string;
  /**
   * Title of an item, such as `Move ${number}: ${angle}°`, default its title and number. A slot names a field of the item
   * with one control or one choice. While a slot's field is empty, the default title is shown.
   */
  readonly itemTitle?: string;
  /** Layout of the items, default `list`. `table` shows each item as a row, for items that are mappings of single fields. */
  readonly layout?: "list" | "table";
  /**
   * Lets a person add items from rows of text, such as cells of a spreadsheet: in an area under the list, and by pasting into a
   * field. Items must be single values or mappings. Default: false.
   */
  readonly paste?: boolean;
  /** Lets the script move items between all sequences of the form with the same `group`. Their items must be of one kind. */
  readonly group?: string;
  /** Label of the box that includes an optional list with a minimum of items, default `Include` and the list's title. */
  readonly includeText?: string;
}

/** Texts of the script that edits lists. */
export const LIST_TEXTS = [
  "added",
  "addedIn",
  "duplicated",
  "duplicatedIn",
  "removed",
  "removedIn",
  "restored",
  "moved",
  "movedIn",
  "addUndone",
  "moveUndone",
  "itemIn",
  "undo",
  "actions",
] as const;

/** The files that offer to fill a list from the clipboard, and the texts of their script. */
export const PASTE = ["turnform-paste.css", "turnform-paste.js"] as const;
export const PASTE_TEXTS = ["fillRows", "fill", "cancel"] as const;

/** The files that undo edits of lists and unions. */
export const UNDO = ["turnform-undo.css", "turnform-undo.js"] as const;

/** The files of lists with edit buttons. */
export const LIST_FILES: readonly string[] = ["turnform-toolbar.js", ...UNDO];

/** Returns the limits of a list's length; `max` is undefined if there is none. */
export function limitsOf({ node }: Field): { min: number; max: number | undefined } {
  const { minLength: min = 0, maxLength: max } = node.constraints;
  return { min, max };
}

/** Returns the constants of a list's views. */
export function sequenceConstants(field: Field, readonly: boolean, options: ListOptions): object {
  const { layout, group, includeText } = options;
  return {
    includeLabel: includeLabel(field, includeText),
    orderable: opsOf(field, readonly, options).includes("up"),
    group,
    ...(layout === "table" && { headings: { item: field.say("item"), actions: field.say("actions") } }),
  };
}

/** Makes the views of a list's items. */
export class ItemViews {
  readonly actions: ActionViews;
  readonly #constants: ItemConstants;

  /**
   * @param list The field of the list
   * @param item The field of the items
   * @param ops The edits with a button in each item
   */
  constructor(list: Field, item: Field, ops: readonly ItemOp[]) {
    this.actions = new ActionViews(list, ops);
    // A button inside a mapping belongs to the item around it, but one inside a list would belong to an item of that list.
    const isRenamed = ops.length > 0 && item.widget.drawsActions === true && item.markerType === "sequence";
    this.#constants = { template: "item", orderable: ops.includes("up"), actionCount: ops.length, isRenamed };
  }

  /**
   * Returns the view of an item.
   *
   * @param impossible The edits that are impossible for this item
   */
  view(place: Place, impossible: ImpossibleEdits): StagedView {
    const actions = this.actions.view(place, impossible);
    const content = place.view();
    const isInside = place.field.widget.drawsActions === true && content.drawnBy === undefined;
    if (isInside) Object.assign(content.page, { actions });
    const page: ItemPage = {
      id: place.id,
      breadcrumb: breadcrumbOf(place),
      content,
      actions: isInside ? undefined : actions,
    };
    return new StagedView(this.#constants, page);
  }
}

/** Most items that a browser draws at once. The first 100 cards of a list take it 0.15 s. */
const LONG = 100;

/** Makes the views of a list. Common parts of all views are made once. */
export class SequenceViews {
  readonly #field: Field;
  readonly #options: ListOptions;
  readonly #items: ItemViews;
  readonly #row: RowConstants;
  readonly #addText: string;
  readonly #titled: ItemTitle | undefined;
  /** Layout, title and buttons of the items as one text, to compare lists by. */
  readonly #drawing: string;
  readonly #emptyText: string;
  readonly #kinds: readonly Kind[];
  readonly #canGrow: boolean;
  #last: { readonly surroundings: Surroundings; readonly blank: BlankPosition } | undefined;

  constructor(field: Field, readonly: boolean, options: ListOptions) {
    const { item } = field;
    const {
      layout = "list",
      itemTitle: title,
      addText = field.say("addItem", { item: item.title }),
    } = options;
    const { min, max } = limitsOf(field);
    this.#field = field;
    this.#options = options;
    const ops = opsOf(field, readonly, options);
    this.#items = new ItemViews(field, item, ops);
    this.#row = {
      ...item.constants(readonly),
      template: "row",
      orderable: ops.includes("up"),
      actionCount: ops.length,
    };
    this.#addText = addText;
    this.#titled = title === undefined ? undefined : itemTitle(title, item);
    this.#drawing = [layout, title, ...ops].join();
    this.#kinds = containerOf(item)?.kinds?.(item) ?? [];
    this.#emptyText = field.say("emptyList", { add: addText });
    this.#canGrow = !readonly && min !== max;
  }

  view(place: Place): Omit<SequencePage, keyof FieldPage> {
    const field = this.#field;
    const canGrow = this.#canGrow;
    const { blankLevelsUp, hasBlank, inside } = this.#findBlank(place.surroundings);
    const values = valuesOf(place);
    const { min, max } = limitsOf(field);
    const isFull = values.length >= (max ?? Infinity);
    const blank = (): Place => blankPlace(place, field.item, inside);
    const isTable = this.#options.layout === "table";
    const columns = isTable ? tableColumns(place, blank(), inside, values) : undefined;
    return {
      min,
      max,
      blankLevelsUp,
      columns,
      isLong: values.length > LONG,
      items: { [Symbol.iterator]: () => this.#itemViews(place, inside, values, columns) },
      empty: this.#emptyNote(place, values.length),
      blank: hasBlank ? this.#itemView(blank(), {}, columns) : undefined,
      limits: canGrow ? limitsView(field, values.length) : undefined,
      add: canGrow ? addView(place, this.#addText, isFull) : undefined,
      kinds: canGrow && this.#kinds.length > 1 ? kindViews(place, this.#kinds, isFull) : undefined,
      paste: canGrow && this.#options.paste === true ? pasteView(place, field.item, isFull) : undefined,
    };
  }

  /** Returns the text for an empty list. The script may empty a list, so every list that may become empty has it. */
  #emptyNote({ field, readonly, isNothing }: Place, count: number): NoteView | undefined {
    const shown = count === 0;
    if (this.#canGrow)
      return limitsOf(field).min > 0 && !shown ? undefined : { text: this.#emptyText, shown };
    return readonly && shown && !isNothing ? { text: field.say("none"), shown } : undefined;
  }

  *#itemViews(
    place: Place,
    inside: Surroundings,
    values: readonly unknown[],
    columns: readonly ColumnView[] | undefined,
  ): Generator<View, void> {
    const { item } = this.#field;
    const { min, max = Infinity } = limitsOf(this.#field);
    const last = values.length - 1;
    const off: readonly ItemOp[] = [
      ...(values.length <= min ? (["remove"] as const) : []),
      ...(values.length >= max ? (["add", "duplicate"] as const) : []),
    ];
    const { ops } = this.#items.actions;
    const between = impossibleEdits(off);
    const hasEnds = ops.includes("up");
    for (let index = 0; index <= last; index++) {
      const isEnd = hasEnds && (index === 0 || index === last);
      const impossible = isEnd ? impossibleEdits([...off, ...movesBeyond(index, last)]) : between;
      yield this.#itemView(place.item(item, index, values[index], inside), impossible, columns);
    }
  }

  #itemView(at: Place, impossible: ImpossibleEdits, columns: readonly ColumnView[] | undefined): View {
    const place = this.#titled ? at.with({ title: this.#titled(at) }) : at;
    if (this.#options.layout !== "table") return this.#items.view(place, impossible);
    const { page } = place.view();
    const { views, hiddenFields } = rowFields(page);
    const cells = views.map((content, at) => ({ content, hidden: columns?.[at]?.hidden === true }));
    const row = { cells, hiddenFields, actions: this.#items.actions.view(place, impossible) };
    return new StagedView(this.#row, Object.assign(page, row));
  }

  /** Returns the blank item's position. It is cached because neighbouring lists have the same surroundings. */
  #findBlank(surroundings: Surroundings): BlankPosition {
    if (this.#last?.surroundings !== surroundings)
      this.#last = { surroundings, blank: findBlank(this.#field, surroundings, this.#drawing) };
    return this.#last.blank;
  }
}

/** Returns the place of the blank item. */
export function blankPlace(list: Place, item: Field, surroundings: Surroundings): Place {
  const value: unknown = item.node.fresh();
  const inside = { ...surroundings, isBlank: true };
  return new Place(item, `${list.id}-*`, value, undefined, inside, "*", undefined, list);
}

/** Returns the edit buttons of an item. A list of fixed length has no buttons to add or remove. */
function opsOf(field: Field, readonly: boolean, options: ListOptions): readonly ItemOp[] {
  if (readonly) return [];
  const { min, max } = limitsOf(field);
  const canGrow = min !== max;
  const { orderable = field.node.meta.orderable ?? false } = options;
  const { insertable = orderable, duplicable = orderable } = options;
  const has: Readonly<Record<ItemOp, boolean>> = {
    up: orderable,
    down: orderable,
    add: insertable && canGrow,
    duplicate: duplicable && canGrow,
    remove: canGrow,
  };
  // The buttons of the menu come first: if they are not in sight, they leave no gap between the others.
  const ops: readonly ItemOp[] = ["add", "duplicate", "up", "down", "remove"];
  return ops.filter((op) => has[op]);
}

/**
 * Returns the values of the items to show. A fresh list has at least the required number of items.
 *
 * A list in a blank item stays empty; the script adds its items. Otherwise each level would double the page.
 * A posted list shows the posted items, and no more than the list's maximum: a small post must not make a long page.
 */
export function valuesOf({ field, value, surroundings, isNothing }: Place): readonly unknown[] {
  if (isNothing) return [];
  const { min, max } = limitsOf(field);
  const given: readonly unknown[] = Array.isArray(value) ? value : [];
  if (surroundings.isBlank || surroundings.readonly) return given;
  // A case that is not chosen has initial values, although the page is posted.
  if (surroundings.isPosted && !surroundings.isUnchosenCase)
    return max !== undefined && given.length > max ? given.slice(0, max) : given;
  if (given.length >= min) return given;
  const fresh: unknown = field.item.node.fresh();
  return [...given, ...Array.from({ length: min - given.length }, () => fresh)];
}

/** The position of a list's blank item. */
interface BlankPosition {
  /** Number of levels up to the list whose blank item this list uses. Undefined unless the schema is recursive. */
  readonly blankLevelsUp: number | undefined;
  /** True if the list itself contains the blank item. */
  readonly hasBlank: boolean;
  /** Surroundings of the fields in the items. */
  readonly inside: Surroundings;
}

/**
 * Finds the blank item of a list. It is in the list itself, in an outer list of the same type, or in the same list inside an outer
 * blank item. A list of fixed length needs a blank item only inside another blank item. A blank item never contains itself: the server
 * adds the items of such a list.
 *
 * @param drawing Layout, title and buttons of the items as one text, to compare lists by
 */
function findBlank(field: Field, surroundings: Surroundings, drawing: string): BlankPosition {
  const { lists, isBlank, outerBlankHasField, readonly } = surroundings;
  const { type } = field.item.node;
  const { min, max } = limitsOf(field);
  const level = lists.findLastIndex((list) => list.item === type && list.drawing === drawing);
  const blankLevelsUp = level === -1 ? undefined : lists.length - level;
  const isInItself = lists.some(({ item }) => item === type);
  const needsBlank = isBlank ? !isInItself : !outerBlankHasField && min !== max;
  const hasBlank = !readonly && blankLevelsUp === undefined && needsBlank;
  const inside = {
    ...surroundings,
    lists: [...lists, { item: type, drawing }],
    outerBlankHasField: outerBlankHasField || hasBlank || blankLevelsUp !== undefined,
  };
  return { blankLevelsUp, hasBlank, inside };
}

function limitsView(field: Field, count: number): LimitsView | undefined {
  const { min, max } = limitsOf(field);
  if (min === 0 && max === undefined) return undefined;
  return {
    atMin: min > 0 ? { text: field.say("atLeast", { count: min }), shown: count <= min } : undefined,
    atMax: max === undefined ? undefined : { text: field.say("atMost", { count: max }), shown: count >= max },
  };
}

function pasteView(
  { field, id: listId, focus, surroundings, nameIds }: Place,
  item: Field,
  disabled: boolean,
): PasteView {
  const id = `${listId}:paste`;
  const { text = "", error } = surroundings.pasted?.get(listId) ?? {};
  const columns = pasteColumns(item);
  return {
    id,
    nameIds,
    title: field.say("addFromText"),
    label: field.say("rows"),
    help:
      columns.length === 1
        ? field.say("rowHelp")
        : field.say("rowsHelp", { columns: columns.map(({ title }) => title).join(", ") }),
    text,
    error,
    open: text !== "" || error !== undefined,
    autofocus: focus === id,
    button: field.say("addRows"),
    disabled,
  };
}
