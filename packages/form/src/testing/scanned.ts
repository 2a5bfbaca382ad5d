import { vi } from "vitest";

/** Methods of strings that look at each character, perhaps only until they find something. */
const METHODS = ["indexOf", "trim", "split", "replaceAll", "replace", "startsWith"] as const;

/**
 * Counts the characters that methods of strings look at, at most, during a call.
 *
 * @returns the sum over all calls of the methods
 */
export function scanned(run: () => unknown): number {
  let count = 0;
  const spies = METHODS.map((name) => {
    const original: (...args: never) => unknown = String.prototype[name];
    return vi.spyOn(String.prototype, name).mockImplementation(function (this: string, ...args: unknown[]) {
      const result: unknown = Reflect.apply(original, this, args);
      const from = name === "indexOf" ? Number(args[1] ?? 0) : 0;
      if (name === "startsWith") count += String(args[0]).length;
      else count += (typeof result === "number" && result >= 0 ? result + 1 : this.length) - from;
      return result as never;
    });
  });
  try {
    run();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return count;
}
