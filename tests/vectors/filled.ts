/** Turns a message of the original with open slots into a pattern for Turnform's. */
export function filled(message: string): RegExp | undefined {
  if (!/\$\{\w+\}/.test(message)) return undefined;
  const fixed = message.split(/\$\{\w+\}/).map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return new RegExp(`^${fixed.join(".*")}$`, "su");
}
