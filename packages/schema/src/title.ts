/**
 * Makes a title from a field's name, as Colander does: `first_name` → `First Name`.
 *
 * Splits camel case too: `firstName` → `First Name`, `userID` → `User ID`.
 */
export function titleFromName(name: string): string {
  const hasSmall = /\p{Ll}/u.test(name);
  return name
    .replaceAll("_", " ")
    .replaceAll(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")
    .replaceAll(/\p{L}[\p{L}\p{M}'’]*/gu, (word) => {
      const isAcronym = hasSmall && word.length > 1 && word === word.toUpperCase();
      return isAcronym ? word : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
    });
}
