/** Parts of names. `seam` ends a word of camel case. */
const UNICODE = { small: /\p{Ll}/u, seam: /(\p{Ll})(?=\p{Lu})/gu, word: /\p{L}[\p{L}\p{M}'’]*/gu };
/** The same for ASCII, which almost all names are. They take a third of the time. */
const ASCII = { small: /[a-z]/, seam: /([a-z])(?=[A-Z])/g, word: /[A-Za-z][A-Za-z']*/g };

/**
 * Makes a title from a field's name, as Colander does: `first_name` → `First Name`.
 *
 * Splits camel case too: `firstName` → `First Name`, `userID` → `User ID`.
 */
export function titleFromName(name: string): string {
  const { small, seam, word: words } = /^[\x20-\x7e]*$/.test(name) ? ASCII : UNICODE;
  const hasSmall = small.test(name);
  return name
    .replaceAll("_", " ")
    .replaceAll(seam, "$1 ")
    .replaceAll(words, (word) => {
      const isAcronym = hasSmall && word.length > 1 && word === word.toUpperCase();
      return isAcronym ? word : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
    });
}
