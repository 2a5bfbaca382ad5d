const UNITS: ReadonlyMap<string, number> = new Map([
  ["ms", 1],
  ["s", 1000],
  ["min", 60_000],
  ["h", 3_600_000],
]);

/** The longest delay of a timer, in milliseconds: 24.8 days. */
const LONGEST = 2 ** 31 - 1;

/**
 * Parses an option that is a time: milliseconds, or a text with a unit (`"30s"`, `"5min"`, `"1h"`).
 *
 * @param option The option's name, for the error
 * @returns milliseconds, more than 0
 * @throws TypeError for any other value, or more than 24 days: no time can be switched off
 */
export function parseDuration(option: string, duration: number | string): number {
  const [, digits, unit = ""] = /^(\d+(?:\.\d+)?) *(ms|s|min|h)$/.exec(String(duration)) ?? [];
  const time =
    typeof duration === "number" ? duration : Math.floor(Number(digits) * (UNITS.get(unit) ?? NaN));
  if (time > 0 && time <= LONGEST) return time;
  throw new TypeError(`${option} takes milliseconds or a text like "5min", not ${JSON.stringify(duration)}`);
}
