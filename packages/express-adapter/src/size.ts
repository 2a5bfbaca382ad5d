const UNITS: ReadonlyMap<string, number> = new Map([
  ["b", 1],
  ["kb", 1024],
  ["mb", 1024 ** 2],
  ["gb", 1024 ** 3],
]);

/**
 * Parses an option that is a number or a size: a whole number, or a text with a unit (`"512b"`, `"100kb"`, `"1.5mb"`,
 * `"1gb"`; 1 kb is 1,024 bytes).
 *
 * @param option The option's name, for the error
 * @param maker The name of the function with the option, for the error
 * @returns a whole number, 0 or more
 * @throws TypeError for any other value: no limit can be switched off
 */
export function parseSize(option: string, size: number | string, maker = "controls"): number {
  const [, digits, unit = ""] = /^(\d+(?:\.\d+)?) *([kmg]?b)$/i.exec(String(size)) ?? [];
  const count =
    typeof size === "number" ? size : Math.floor(Number(digits) * (UNITS.get(unit.toLowerCase()) ?? NaN));
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw new TypeError(
    `${maker}({ ${option} }) takes a whole number or a text like "1mb", not ${JSON.stringify(size)}`,
  );
}
