/** White space as Python defines it: with U+001C to U+001F and U+0085, without the byte order mark. */
const WHITE_SPACE = new Set(
  Array.from(
    "\t\n\v\f\r\u001c\u001d\u001e\u001f \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
    (char) => char.charCodeAt(0),
  ),
);

/** Removes white space around a text, in linear time. */
export function strip(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && WHITE_SPACE.has(text.charCodeAt(start))) start++;
  while (end > start && WHITE_SPACE.has(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}
