/**
 * Compares two texts.
 *
 * @throws Error that quotes the first difference: whole pages are too long
 */
export function assertSameText(ours: string, theirs: string): void {
  if (ours === theirs) return;
  let at = 0;
  while (ours[at] === theirs[at]) at++;
  const excerpt = (text: string): string => JSON.stringify(text.slice(Math.max(at - 60, 0), at + 60));
  throw new Error(`The texts differ at character ${at}:\n${excerpt(ours)}\n${excerpt(theirs)}`);
}
