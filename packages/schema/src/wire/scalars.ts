import { print } from "../print.ts";
import type { Wire } from "./wire.ts";

/** Reads a text as itself. Other values are printed. */
export const textWire: Wire = { decode: (text) => text, encode: print };

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...["true", "on", "yes", "1"].map((text) => [text, true] as const),
  ...["false", "off", "no", "0"].map((text) => [text, false] as const),
]);

/** Reads `true`, `on`, `yes`, `1` and `false`, `off`, `no`, `0`, in upper or lower case. */
export const booleanWire: Wire = {
  decode: (text) => BOOLEANS.get(text.trim().toLowerCase()) ?? text,
  encode: print,
};

/** Limit of a big integer, in digits: parsing takes more than linear time. */
const MOST_DIGITS = 1000;

/** Reads whole numbers of up to 1,000 digits. */
export const bigintWire: Wire = {
  decode: (text) =>
    text.length <= MOST_DIGITS && /^\s*[+-]?\d+\s*$/.test(text)
      ? BigInt(text.trim().replace(/^\+/, ""))
      : text,
  encode: print,
};

/** Makes a wire for a closed set of values, each with its own text. */
export function choiceWire(choices: readonly { readonly text: string; readonly value: unknown }[]): Wire {
  const byText = new Map(choices.map(({ text, value }) => [text, value]));
  const byValue = new Map(choices.map(({ text, value }) => [value, text]));
  return {
    decode: (text) => (byText.has(text) ? byText.get(text) : text),
    encode: (value) => byValue.get(value) ?? print(value),
  };
}
