import { findButton, list } from "./find.ts";
import type { FormPage, PlacedButton } from "./form-page.ts";
import type { ButtonControl } from "./page-control.ts";

/** An edit of an item that has a button. */
export type ItemEdit = "remove" | "up" | "down" | "duplicate";

/** Returns the button with a `name`, text or accessible name. */
export function buttonNamed({ buttons }: FormPage, name: string): ButtonControl {
  // All edit buttons have one `name`, so it tells a person nothing.
  return findButton(buttons, name, "button", ({ control }) =>
    control.name === "__edit__" ? undefined : control.name,
  );
}

/** Returns the button that edits an item, by the item's path or name. */
export function itemButton(page: FormPage, edit: ItemEdit, item: string): ButtonControl {
  const pathOf = ({ place }: PlacedButton): string | undefined => place?.item;
  const fitting = page.buttons.filter(({ control, place }) => place && control.value === edit);
  return findButton(
    fitting,
    pathNamed(page, item, fitting.map(pathOf)),
    `button "${edit}" for the item`,
    pathOf,
  );
}

/**
 * Returns the button that adds an item at the end of a list.
 *
 * @param wanted Path or title of the list, or the name of the button or of an item, such as `Move` for "Add Move"
 * @param kind Kind of the item, for a list of several kinds
 */
export function addButton(page: FormPage, wanted: string, kind?: string): ButtonControl {
  const pathOf = ({ place }: PlacedButton): string | undefined => place?.list;
  const fitting = addButtons(page.buttons);
  const ofKind = fitting.filter((button) => kind === undefined || isOfKind(button, kind));
  if (kind !== undefined && ofKind.length === 0)
    throw new Error(
      `No list of the form has items of the kind "${kind}". Its kinds are ${list(fitting.flatMap(kindsOf))}`,
    );
  const name = pathNamed(page, wanted, fitting.map(pathOf));
  return findButton(ofKind, name, "list or button that adds an item", pathOf);
}

/** Returns the path of the group or field with a title, if it is one of these paths and no other is. Else returns the title itself. */
function pathNamed(
  { groups, fields }: FormPage,
  title: string,
  paths: readonly (string | undefined)[],
): string {
  const known = new Set(paths);
  if (known.has(title)) return title;
  const titled = [...groups, ...fields].filter(({ names, path }) => names.includes(title) && known.has(path));
  const [path, ...others] = new Set(titled.map((each) => each.path));
  return path === undefined || others.length > 0 ? title : path;
}

/** Returns the buttons of lists. The buttons "Insert after" belong to items. */
function addButtons(buttons: readonly PlacedButton[]): readonly PlacedButton[] {
  const lists = new Map<string, PlacedButton[]>();
  for (const button of buttons) {
    const { place, control } = button;
    if (!place?.isInList || !/^add(?::|$)/.test(control.value)) continue;
    const others =
      control.value === "add"
        ? []
        : (lists.get(place.list) ?? []).filter(({ control }) => control.value !== "add");
    lists.set(place.list, [...others, button]);
  }
  return [...lists.values()].flat();
}

function isOfKind({ control, names }: PlacedButton, kind: string): boolean {
  return control.value === `add:${kind}` || (control.value !== "add" && names.includes(kind));
}

function kindsOf({ control }: PlacedButton): readonly string[] {
  return control.value.startsWith("add:") ? [control.value.slice("add:".length)] : [];
}
