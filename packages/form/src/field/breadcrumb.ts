import type { Field } from "./field.ts";
import type { Place } from "./place.ts";

/** Number of levels of nested items with an indent on every screen. */
const INDENTED_LEVELS = 6;

/** Number of items in a breadcrumb. */
const MOST_NAMES = 3;

/** Files of a form with items below the indented levels. */
export const BREADCRUMB_FILES = ["turnform-breadcrumb.css", "turnform-breadcrumb.js"] as const;

/**
 * Returns the names of the items around an item below the indented levels, such as "… › Part 2 › Part 1 › Part 3". Screens too narrow
 * for a further indent show it. The script writes the same text (`client/widgets/breadcrumb.ts`).
 *
 * @returns undefined for any other item, and for items without a heading
 */
export function breadcrumbOf({ field, outer, surroundings }: Place): string | undefined {
  const { lists, isBlank } = surroundings;
  if (lists.length <= INDENTED_LEVELS || isBlank || field.children.length === 0) return undefined;
  const names: string[] = [];
  for (let place = outer; place && names.length < MOST_NAMES; place = place.outer)
    if (place.number !== undefined) names.unshift(isolated(shortened(nameOf(place))));
  return ["…", ...names].join(" › ");
}

function nameOf({ field, number, title }: Place): string {
  return title?.filled
    ? title.parts.map((part) => part.number ?? part.text).join("")
    : `${field.title} ${number}`;
}

/** Shortens a name, because a typed text of any length may be in the breadcrumbs of many items. */
function shortened(name: string): string {
  return name
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(.{29}).{2,}$/su, "$1…");
}

/** Keeps names in another script in their order, such as English ones on an Arabic page. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

/** Returns true if a form can have items below the indented levels. */
export function nestsDeeply(root: Field): boolean {
  const deepest = new Map<unknown, number>();
  const todo = [{ field: root, outerLevel: 0 }];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { field, outerLevel } = next;
    const level = outerLevel + (field.isNumbered ? 1 : 0);
    if (level > INDENTED_LEVELS) return true;
    if (level <= (deepest.get(field.node.type) ?? -1)) continue;
    deepest.set(field.node.type, level);
    todo.push(...field.children.map((child) => ({ field: child, outerLevel: level })));
  }
  return false;
}
