import type { Wire } from "./wire.ts";

/** Text that stands for itself. */
export const textWire: Wire = { decode: (text) => text, encode: String };

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Decimal numbers, with white space around them ignored; `1_000`, `0x10`, `Infinity` and the like are texts. */
export const numberWire: Wire = {
  decode(text) {
    const trimmed = text.trim();
    const number = DECIMAL.test(trimmed) ? Number(trimmed) : NaN;
    return Number.isFinite(number) ? number : text;
  },
  encode: String,
};

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...["true", "on", "yes", "1"].map((text) => [text, true] as const),
  ...["false", "off", "no", "0"].map((text) => [text, false] as const),
]);

/** `true`, `on`, `yes`, `1` and `false`, `off`, `no`, `0`, in any case of letters. */
export const booleanWire: Wire = {
  decode: (text) => BOOLEANS.get(text.trim().toLowerCase()) ?? text,
  encode: String,
};

/** One of a closed set of values, each written as it prints. */
export function choiceWire(values: readonly unknown[]): Wire {
  const byText = new Map(values.map((value) => [String(value), value]));
  return { decode: (text) => (byText.has(text) ? byText.get(text) : text), encode: String };
}
