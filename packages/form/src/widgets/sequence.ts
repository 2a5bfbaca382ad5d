import { editInside, editItems } from "../edit.ts";
import type { Field } from "../field.ts";
import { childId } from "../ids.ts";
import { itemTitle } from "../item-title.ts";
import type { Place } from "../place.ts";
import type {
  ButtonView,
  ColumnView,
  ItemView,
  LimitsView,
  MappingView,
  SequenceView,
  View,
} from "../view.ts";
import type { Widget, WidgetOptions } from "./widget.ts";

/** Options of {@link sequence}; each default follows from the schema. */
export interface SequenceOptions extends WidgetOptions {
  /** Whether a person may move items, default the schema's `orderable`. */
  readonly orderable?: boolean;
  /** Whether each item has a button that inserts one after it, default whether items can be moved: else order means nothing. */
  readonly insertable?: boolean;
  /** Whether each item has a button that doubles it, default whether items can be moved. */
  readonly duplicable?: boolean;
  /** Text of the button that adds an item, default `Add` and the item's title. */
  readonly addText?: string;
  /**
   * What an item is called, such as `Move ${number}: ${angle}°`, default its title and number. Slots name fields in the
   * item; while one of them is empty, the default stands.
   */
  readonly itemTitle?: string;
  /** How items are laid out, default `list`; `table` gives each a row, for items that are mappings of single fields. */
  readonly layout?: "list" | "table";
  /** With the script, items may be moved to other sequences of the form with the same word here; they must be of one kind. */
  readonly group?: string;
}

/** A list whose items a person adds, removes and, where it is orderable, moves. */
export function sequence(options: SequenceOptions = {}): Widget {
  const { layout = "list", group } = options;

  function view(place: Place): SequenceView {
    const { field, readonly } = place;
    const { node, item } = field;
    const { min, max } = limitsOf(field);
    const { orderable = node.meta.orderable ?? false, addText = `Add ${item.node.title}` } = options;
    const { insertable = orderable, duplicable = orderable } = options;
    const isFixed = min === max;
    const ops = readonly
      ? []
      : [
          ...(orderable ? (["up", "down"] as const) : []),
          ...(insertable && !isFixed ? (["add"] as const) : []),
          ...(duplicable && !isFixed ? (["duplicate"] as const) : []),
          ...(isFixed ? [] : (["remove"] as const)),
        ];
    const values = valuesOf(place, min, max);
    const titled = options.itemTitle === undefined ? undefined : itemTitle(options.itemTitle, item);
    const list = { item: item.node.type, look: [layout, options.itemTitle, ...ops].join() };
    const like = likeOf(place, list);
    const isDrawn = place.isBlank ? !isInItself(place, item) : !place.hasTwin && !isFixed;
    const needsBlank = !readonly && like === undefined && isDrawn;
    const hasTwin = like !== undefined || needsBlank || place.hasTwin;
    const inItem = { lists: [...place.lists, list], hasTwin };
    const count = values.length;
    const [few, full] = [count <= min, count >= (max ?? Infinity)];
    const itemView = (segment: string, itemPlace: Place, off: readonly ItemOp[]): ItemView => {
      const id = `${place.id}-${segment}`;
      const title = titled?.(itemPlace);
      const content = (title ? itemPlace.with({ title }) : itemPlace).view();
      const parts = layout === "table" ? partsOf(content) : [];
      return {
        id: `${id}:item`,
        labelId: `${id}:label`,
        orderable: ops.includes("up"),
        content,
        edits: ops.map((op) =>
          editView(`${id}:${IDS[op] ?? op}`, op, LABELS[op], place.focus, off.includes(op)),
        ),
        cells: parts.filter(({ template }) => template !== "hidden"),
        unseen: parts.filter(({ template }) => template === "hidden"),
      };
    };
    const blank = (): ItemView =>
      itemView(
        "*",
        place.inside(item, "*", item.node.serialize(undefined), { ...inItem, ...BLANK, id: `${place.id}-*` }),
        [],
      );
    return {
      ...place.fieldView(),
      template: layout === "table" ? "sequence-table" : "sequence",
      min,
      max,
      orderable: ops.includes("up"),
      group,
      like,
      columns: layout === "table" ? columnsOf(item) : [],
      items: values.map((value, index) =>
        itemView(String(index), place.inside(item, index, value, { number: String(index + 1), ...inItem }), [
          ...(index === 0 ? (["up"] as const) : []),
          ...(index === count - 1 ? (["down"] as const) : []),
          ...(few ? (["remove"] as const) : []),
          ...(full ? (["add", "duplicate"] as const) : []),
        ]),
      ),
      blank: needsBlank ? blank() : undefined,
      limits: readonly || isFixed ? undefined : limitsView({ min, max }, count),
      add: readonly || isFixed ? undefined : editView(`${place.id}:add`, "add", addText, place.focus, full),
    };
  }

  return {
    options,
    template: "sequence",
    deserialize(field, pstruct = [], reading) {
      if (!Array.isArray(pstruct)) return pstruct;
      return pstruct.map((each, index) => reading.inside(index, field.item, each));
    },
    view,
    readonlyView: view,
    focusId: (field, id) =>
      limitsOf(field).min > 0 ? field.item.widget.focusId(field.item, childId(id, 0)) : `${id}:add`,
    edit(target) {
      const { field, id, cstruct, path, edit } = target;
      if (!Array.isArray(cstruct)) return { cstruct };
      if (path.length > 0) return editInside(target, field.item);
      const { min, max = Infinity } = limitsOf(field);
      return editItems(cstruct, edit, {
        id,
        min,
        max,
        blank: () => field.item.node.serialize(undefined),
        focusId: (itemId) => field.item.widget.focusId(field.item, itemId),
      });
    },
    check({ node, item }) {
      if (options.itemTitle !== undefined) itemTitle(options.itemTitle, item);
      if (layout === "table" && (item.widget.template !== "mapping" || !item.children.every(isSingle)))
        throw new TypeError(
          `Sequence "${node.name}" can't be a table: its items are not mappings of single fields`,
        );
    },
  };
}

/** What the buttons of an item ask for. */
type ItemOp = "up" | "down" | "add" | "duplicate" | "remove";

/** What the ids of buttons end in, where that is not what they ask for: an item that is a list has its own button to add. */
const IDS: Readonly<Partial<Record<ItemOp, string>>> = { add: "insert" };

/** What is particular about a blank item. */
const BLANK = { number: "*", isBlank: true, error: undefined } as const;

const LABELS: Readonly<Record<ItemOp, string>> = {
  up: "Up",
  down: "Down",
  add: "Insert after",
  duplicate: "Duplicate",
  remove: "Remove",
};

function limitsOf({ node }: Field): { min: number; max: number | undefined } {
  const { minLength: min = 0, maxLength: max } = node.constraints;
  return { min, max };
}

/**
 * What is shown: as many items as there must be, at least.
 *
 * A blank item holds none of them, or they would double the page with each level: the script adds them with the item.
 * Of a post with more items than the page lets anyone add, those beyond the limit are not drawn, only refused.
 */
function valuesOf(place: Place, min: number, max: number | undefined): readonly unknown[] {
  const { value, error, isBlank, readonly } = place;
  const given: readonly unknown[] = Array.isArray(value) ? value : [];
  if (given.length >= min || isBlank || readonly)
    return error?.issues.some(({ code }) => code === "tooLong") ? given.slice(0, max) : given;
  const fresh = place.field.item.node.serialize(undefined);
  return [...given, ...Array.from({ length: min - given.length }, () => fresh)];
}

/** How many sequences outwards one stands whose blank item is the same: a schema inside itself needs it once. */
function likeOf({ lists }: Place, list: Place["lists"][number]): number | undefined {
  const at = lists.findLastIndex(({ item, look }) => item === list.item && look === list.look);
  return at === -1 ? undefined : lists.length - at;
}

/** Whether a blank item would hold itself for ever: the server adds such items. */
function isInItself({ lists, isBlank }: Place, { node }: Field): boolean {
  return isBlank && lists.some(({ item }) => item === node.type);
}

function limitsView({ min, max }: ReturnType<typeof limitsOf>, count: number): LimitsView | undefined {
  if (min === 0 && max === undefined) return undefined;
  return {
    few: min > 0 ? { count: min, shown: count <= min } : undefined,
    full: max === undefined ? undefined : { count: max, shown: count >= max },
  };
}

/** The fields of an item that is a mapping. */
function partsOf(content: View & Partial<MappingView>): readonly View[] {
  return content.children ?? [];
}

function columnsOf(item: Field): ColumnView[] {
  return item.children
    .filter(({ widget }) => widget.options?.hidden !== true)
    .map(({ node }) => ({ label: node.title, required: node.required && node.meta.allowEmpty !== true }));
}

function isSingle({ children }: Field): boolean {
  return children.length === 0;
}

function editView(
  id: string,
  op: ItemOp,
  label: string,
  focus: string | undefined,
  disabled: boolean,
): ButtonView {
  return { id, name: "__edit__", value: op, label, autofocus: focus === id, disabled };
}
