const UNITS: ReadonlyMap<string, number> = new Map([
  ["b", 1],
  ["kb", 1024],
  ["mb", 1024 ** 2],
  ["gb", 1024 ** 3],
]);

/** The units of sizes in words, the largest first. */
const WORDS: readonly (readonly [string, number])[] = [
  ["GB", 1024 ** 3],
  ["MB", 1024 ** 2],
  ["kB", 1024],
];

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

/**
 * Returns a size in words, with the units of the options: `20 MB` for 20,971,520 bytes.
 *
 * @param rounding Rounds to hundredths of a unit. A size past a limit stays above it if the limit is rounded down
 */
export function sizeInWords(bytes: number, rounding: "floor" | "ceil"): string {
  const [unit, size] = WORDS.find(([, least]) => bytes >= least) ?? ["bytes", 1];
  return `${Math[rounding]((bytes / size) * 100) / 100} ${unit}`;
}
