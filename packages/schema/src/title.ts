/**
 * Makes a title of a field's name, as Colander does: `first_name` → `First Name`.
 *
 * Camel case is split too: `firstName` → `First Name`.
 */
export function titleFromName(name: string): string {
  return name
    .replaceAll("_", " ")
    .replaceAll(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
    .replaceAll(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
}
