/**
 * Throws where two texts differ, with what is around the first difference: pages are too long to be shown.
 *
 * @throws Error
 */
export function assertSameText(ours: string, theirs: string): void {
  if (ours === theirs) return;
  let at = 0;
  while (ours[at] === theirs[at]) at++;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(at - 60, 0), at + 60));
  throw new Error(`The texts differ from ${at} on:\n${around(ours)}\n${around(theirs)}`);
}
