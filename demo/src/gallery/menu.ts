/** A page of the gallery, as the menu and the cards show it. */
interface GalleryPage {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly group: string;
}

interface MenuGroup {
  /** Anchor of the group in the gallery. */
  readonly id: string;
  readonly group: string;
  readonly examples: readonly (GalleryPage & { readonly current: boolean })[];
}

/** Groups that most people look for, in the order of the menu. The others follow by name. */
const FIRST_GROUPS = ["Sequences", "Fields that depend on others", "Files", "Forms", "Checking"];

/** Pages that come first in their group. The others follow by title. */
const FIRST_PAGES = ["sequence", "sequence-of-mappings", "sequence-of-sequences", "wizard"];

/**
 * Returns the groups of the gallery with their pages.
 *
 * @param current Name of the shown page
 */
export function menuOf(pages: readonly GalleryPage[], current?: string): readonly MenuGroup[] {
  const groups = [...new Set(pages.map(({ group }) => group))];
  return groups
    .toSorted((a, b) => inOrder(FIRST_GROUPS, a, b) || a.localeCompare(b))
    .map((group) => ({
      id: group.toLowerCase().replaceAll(" ", "-"),
      group,
      examples: pages
        .filter((page) => page.group === group)
        .toSorted((a, b) => inOrder(FIRST_PAGES, a.name, b.name) || a.title.localeCompare(b.title))
        .map((page) => ({ ...page, current: page.name === current })),
    }));
}

/** Compares two names by their place in a list. Names outside the list come last, and are equal. */
function inOrder(names: readonly string[], a: string, b: string): number {
  const placeOf = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.length);
  return placeOf(a) - placeOf(b);
}
