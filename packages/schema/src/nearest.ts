/**
 * Returns the word that a misspelt one most likely means.
 *
 *     nearest("tilte", ["title", "name"])   // "title"
 *
 * A missing, added or replaced letter is one wrong letter, and so are two letters in the wrong order.
 *
 * @param most Limit of wrong letters. Default: a third of them
 * @returns undefined if no word is near. The first of equally near words wins
 */
export function nearest(
  misspelt: string,
  words: Iterable<string>,
  most: number = Math.floor(Math.min(misspelt.length, 40) / 3),
): string | undefined {
  const typed = misspelt.toLowerCase();
  let found: string | undefined;
  let least = most + 1;
  for (const word of words) {
    // Words of other lengths differ in at least as many letters.
    if (Math.abs(word.length - misspelt.length) >= least) continue;
    const distance = distanceOf(typed, word.toLowerCase());
    if (distance < least) [found, least] = [word, distance];
  }
  return found;
}

/** Returns the number of letters to change between two words (optimal string alignment). */
function distanceOf(a: string, b: string): number {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          (above[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (above[j - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (before[j - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    [before, above] = [above, row];
  }
  return above[b.length] ?? 0;
}
