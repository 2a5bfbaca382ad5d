/** Length of an excerpt in characters, before and after the start of the first match. */
const [BEFORE, AFTER] = [80, 200];

/** Returns the text around a place, cut at word boundaries. */
export function excerptAround(text: string, place: number): string {
  const start = place > BEFORE ? Math.min(text.indexOf(" ", place - BEFORE) + 1, place) : 0;
  const end = place + AFTER < text.length ? text.lastIndexOf(" ", place + AFTER) : text.length;
  return `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}
