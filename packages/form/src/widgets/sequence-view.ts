import type { Field } from "../field.ts";
import { itemTitle } from "../item-title.ts";
import type { TextId } from "../languages/english-texts.ts";
import type { Place } from "../place.ts";
import type {
  ButtonView,
  ColumnView,
  FieldView,
  ItemView,
  LimitsView,
  MappingView,
  SequenceView,
  View,
} from "../view.ts";
import type { SequenceOptions } from "./sequence.ts";

/** What the buttons of an item ask for. */
type ItemOp = "up" | "down" | "add" | "duplicate" | "remove";

const LABELS: Readonly<Record<ItemOp, TextId>> = {
  up: "up",
  down: "down",
  add: "insertAfter",
  duplicate: "duplicate",
  remove: "remove",
};

/** What the ids of buttons end in, where that is not what they ask for: an item that is a list has its own button to add. */
const IDS: Readonly<Partial<Record<ItemOp, string>>> = { add: "insert" };

/** What is particular about a blank item. */
const BLANK = { number: "*", isBlank: true, error: undefined } as const;

/** Fewest and most items of a list; undefined where there may be any number. */
export function limitsOf({ node }: Field): { min: number; max: number | undefined } {
  const { minLength: min = 0, maxLength: max } = node.constraints;
  return { min, max };
}

/** Describes a list to its template. */
export function sequenceView(place: Place, options: SequenceOptions): SequenceView {
  const { field, id, readonly, focus } = place;
  const { item } = field;
  const { layout = "list", group, addText = field.say("addItem", { item: item.title }) } = options;
  const { min, max } = limitsOf(field);
  const canGrow = !readonly && min !== max;
  const ops = readonly ? [] : opsOf(field, options);
  const orderable = ops.includes("up");
  const { like, hasBlank, around } = blankIn(place, [layout, options.itemTitle, ...ops].join());
  const titled = options.itemTitle === undefined ? undefined : itemTitle(options.itemTitle, item);

  function itemView(at: Place, off: readonly ItemOp[]): ItemView {
    const title = titled?.(at);
    const content = (title ? at.with({ title }) : at).view();
    const parts = layout === "table" ? partsOf(content) : [];
    return {
      id: `${at.id}:item`,
      labelId: `${at.id}:label`,
      orderable,
      content,
      edits: ops.map((op) => {
        const button = { op, id: `${at.id}:${IDS[op] ?? op}`, label: field.say(LABELS[op]) };
        return editView(button, off.includes(op), focus);
      }),
      cells: parts.filter(({ template }) => template !== "hidden"),
      unseen: parts.filter(({ template }) => template === "hidden"),
    };
  }
  const values = valuesOf(place);
  const full = values.length >= (max ?? Infinity);
  const off: readonly ItemOp[] = [
    ...(values.length <= min ? (["remove"] as const) : []),
    ...(full ? (["add", "duplicate"] as const) : []),
  ];
  const items = values.map((value, index) => {
    const at = place.inside(item, index, value, { number: String(index + 1), ...around });
    const first: readonly ItemOp[] = index === 0 ? ["up"] : [];
    const last: readonly ItemOp[] = index === values.length - 1 ? ["down"] : [];
    return itemView(at, [...off, ...first, ...last]);
  });
  const blank = place.inside(item, "*", item.node.serialize(undefined), {
    ...around,
    ...BLANK,
    id: `${id}-*`,
  });
  const add = { op: "add", id: `${id}:add`, label: addText } as const;
  return {
    ...place.fieldView(),
    template: layout === "table" ? "sequence-table" : "sequence",
    min,
    max,
    orderable,
    group,
    like,
    ...(layout === "table" && {
      columns: columnsOf(blank),
      headings: { item: field.say("item"), actions: field.say("actions") },
    }),
    items,
    blank: hasBlank
      ? itemView(place.inside(item, "*", item.node.serialize(undefined), blank), [])
      : undefined,
    limits: canGrow ? limitsView(field, values.length) : undefined,
    add: canGrow ? editView(add, full, focus) : undefined,
  };
}

/** Which buttons items have: a list of fixed length neither grows nor shrinks. */
function opsOf(field: Field, options: SequenceOptions): readonly ItemOp[] {
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
  const ops: readonly ItemOp[] = ["up", "down", "add", "duplicate", "remove"];
  return ops.filter((op) => has[op]);
}

/**
 * What is shown: as many items as there must be, at least.
 *
 * A blank item holds none of them, or they would double the page with each level: the script adds them with the item.
 * Of a post with more items than the page lets anyone add, those beyond the limit are not drawn, only refused.
 */
export function valuesOf({ field, value, error, isBlank, readonly }: Place): readonly unknown[] {
  const { min, max } = limitsOf(field);
  const given: readonly unknown[] = Array.isArray(value) ? value : [];
  if (given.length >= min || isBlank || readonly)
    return error?.issues.some(({ code }) => code === "tooLong") ? given.slice(0, max) : given;
  const fresh: unknown = field.item.node.serialize(undefined);
  return [...given, ...Array.from({ length: min - given.length }, () => fresh)];
}

/**
 * Where a list's blank item stands: within it; or, for a schema inside itself, some levels outwards, where the same is
 * drawn the same (`like`); or in the blank item of the list around, where this list has a twin. One of fixed length needs
 * one in a blank item only, and a blank item that held itself would have no end: the server adds such.
 *
 * @param look How items are drawn, as a text to compare
 * @returns also what is to be known inside of items
 */
function blankIn(
  { field, lists, isBlank, hasTwin, readonly }: Place,
  look: string,
): { like: number | undefined; hasBlank: boolean; around: Pick<Place, "lists" | "hasTwin"> } {
  const { type } = field.item.node;
  const { min, max } = limitsOf(field);
  const level = lists.findLastIndex((list) => list.item === type && list.look === look);
  const like = level === -1 ? undefined : lists.length - level;
  const isInItself = lists.some(({ item }) => item === type);
  const isDrawn = isBlank ? !isInItself : !hasTwin && min !== max;
  const hasBlank = !readonly && like === undefined && isDrawn;
  const around = {
    lists: [...lists, { item: type, look }],
    hasTwin: hasTwin || hasBlank || like !== undefined,
  };
  return { like, hasBlank, around };
}

function limitsView(field: Field, count: number): LimitsView | undefined {
  const { min, max } = limitsOf(field);
  if (min === 0 && max === undefined) return undefined;
  return {
    few: min > 0 ? { text: field.say("atLeast", { count: min }), shown: count <= min } : undefined,
    full: max === undefined ? undefined : { text: field.say("atMost", { count: max }), shown: count >= max },
  };
}

/** The fields of an item that is a mapping. */
function partsOf(content: View & Partial<MappingView>): readonly View[] {
  return content.children ?? [];
}

/** The headings of the fields of an item. */
function columnsOf(blank: Place): ColumnView[] {
  return blank.field.children
    .filter(({ widget }) => widget.options?.hidden !== true)
    .map((field) => {
      const { required = false }: View & Partial<FieldView> = blank.child(field).view();
      return { label: field.title, required };
    });
}

/**
 * Describes a button that edits a list or one of its items.
 *
 * @param disabled Whether it is off
 * @param focus Id of what takes the focus on the page
 */
export function editView(
  { op, id, label }: { readonly op: ItemOp; readonly id: string; readonly label: string },
  disabled: boolean,
  focus: string | undefined,
): ButtonView {
  return { id, name: "__edit__", value: op, label, autofocus: focus === id, disabled };
}
