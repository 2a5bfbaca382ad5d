/** Writes a text so that a regular expression, or HTML's `pattern`, means just that text. */
export function escapePattern(text: string): string {
  return text.replaceAll(/[\^$\\.*+?()[\]{}|/]/g, String.raw`\$&`);
}
