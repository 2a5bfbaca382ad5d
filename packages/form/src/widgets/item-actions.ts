import type { Field } from "../field/field.ts";
import type { Place } from "../field/place.ts";
import { StagedView } from "../field/staged-view.ts";
import type { ActionsConstants, ActionsPage, ItemEditView } from "../field/view.ts";
import { containerOf } from "../read/container.ts";
import type { TextId } from "../languages/english-texts.ts";

/** The edit made by a button of an item. */
export type ItemOp = "up" | "down" | "add" | "duplicate" | "remove";

const LABELS: Readonly<Record<ItemOp, TextId>> = {
  up: "up",
  down: "down",
  add: "insertAfter",
  duplicate: "duplicate",
  remove: "remove",
};

/** Ends of button ids that differ from the edit: `add` is taken by the button of an item that is itself a list. */
const IDS: Readonly<Partial<Record<ItemOp, string>>> = { add: "insert" };

/** Value of a button that inserts an item of the same kind. */
const SAME_KIND = "add:";

/** The edits in the menu "More" of a narrow item. */
const IN_MENU: ReadonlySet<ItemOp> = new Set(["add", "duplicate"]);

/** Makes the views of the edit buttons of a list's items. */
export class ActionViews {
  /** The edits with a button in each item. */
  readonly ops: readonly ItemOp[];
  readonly #constants: ActionsConstants;

  /** @param list The field of the list */
  constructor(list: Field, ops: readonly ItemOp[]) {
    this.ops = ops;
    this.#constants = { template: "actions", edits: editsOf(list, ops) };
  }

  /**
   * Returns the view of an item's buttons, or undefined without any.
   *
   * @param impossible The edits that are impossible for this item
   */
  view(place: Place, impossible: ImpossibleEdits): StagedView | undefined {
    if (this.ops.length === 0) return undefined;
    const page: ActionsPage = {
      id: place.id,
      nameIds: place.nameIds,
      disabledEdits: impossible,
      focusedEdit: focusedEditOf(place),
    };
    return new StagedView(this.#constants, page);
  }
}

/** True for each impossible edit of an item, by the key of its button. */
export type ImpossibleEdits = ActionsPage["disabledEdits"];

const made = new Map<string, ImpossibleEdits>();

/** Returns the impossible edits of an item. Equal ones are one object. */
export function impossibleEdits(ops: readonly ItemOp[]): ImpossibleEdits {
  const key = ops.join();
  const edits = made.get(key) ?? Object.fromEntries(ops.map((op) => [keyOf(op), true]));
  made.set(key, edits);
  return edits;
}

/** Returns the moves that are impossible at the ends of a list. */
export function movesBeyond(index: number, last: number): readonly ItemOp[] {
  return [...(index === 0 ? (["up"] as const) : []), ...(index === last ? (["down"] as const) : [])];
}

function editsOf(list: Field, ops: readonly ItemOp[]): readonly ItemEditView[] {
  const inMenu = ops.filter((op) => IN_MENU.has(op));
  return ops.map((op) => ({
    key: keyOf(op),
    op: op === "add" && containerOf(list.item)?.kinds ? SAME_KIND : op,
    label: list.say(LABELS[op]),
    menu: op === inMenu[0] ? list.say("moreActions") : undefined,
    endsMenu: op === inMenu.at(-1),
  }));
}

function keyOf(op: ItemOp): string {
  return IDS[op] ?? op;
}

function focusedEditOf({ id, focus }: Place): ActionsPage["focusedEdit"] {
  return focus?.startsWith(`${id}:`) === true ? { [focus.slice(id.length + 1)]: true } : undefined;
}
