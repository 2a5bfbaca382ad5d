import { strip } from "@turnform/schema";
import { numberInWords } from "../in-words.ts";
import type { InputView } from "../view.ts";
import { oneText } from "./leaf.ts";
import type { Widget, WidgetOptions } from "./widget.ts";

/** Options of {@link moneyInput}. */
export interface MoneyInputOptions extends WidgetOptions {
  /** A currency by its code, such as `EUR`: its sign stands before or after the amount, as the language has it. */
  readonly currency?: string;
  /** The language whose signs set thousands and decimals apart, shown and read, by its tag; default `en`. */
  readonly locale?: string;
  /** What a browser may fill in, such as `transaction-amount`. */
  readonly autocomplete?: string;
}

/** A number as schemas read it. */
const NUMERAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * An amount of money, its thousands set apart: `1,234.50`. Amounts are read with and without separators.
 *
 *     money().meta({ widget: moneyInput({ currency: "CHF", locale: "de-CH" }) })   // CHF 1’234.50
 *
 * @throws RangeError where the currency is no code of three letters, or the locale no tag of a language
 */
export function moneyInput(options: MoneyInputOptions = {}): Widget {
  const { locale = "en", currency, autocomplete } = options;
  const { group, decimal } = signsOf(locale);
  // A point that does not set three digits apart is a decimal one, whatever the language.
  const separator = group === "." ? /\.(?=\d{3}(?!\d))/g : group;

  /** The amount as the schema reads it; a text that is none stays as it was typed. */
  function read(text: string): string {
    const bare = text.replaceAll(/[\s'’]/g, "").replaceAll("−", "-");
    const plain = bare.replaceAll(separator, "").replace(decimal, ".");
    return NUMERAL.test(plain) ? plain : text;
  }

  return {
    ...oneText,
    options: { ...(currency !== undefined && affixOf(currency, locale)), ...options },
    template: "money-input",
    deserialize: (_, pstruct) => (typeof pstruct === "string" ? read(strip(pstruct)) : pstruct),
    text: ({ text }) => numberInWords(text, locale),
    view(place): InputView {
      return {
        ...place.fieldView(),
        type: "text",
        value: numberInWords(place.text, locale),
        inputMode: "decimal",
        autocomplete,
      };
    },
  };
}

/** What a language writes between thousands, and before decimals. */
function signsOf(locale: string): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: "latn" }).formatToParts(1234567.8);
  const signOf = (type: string): string | undefined => parts.find((part) => part.type === type)?.value;
  return { group: signOf("group") ?? ",", decimal: signOf("decimal") ?? "." };
}

/** A currency's sign, on the side where a language has it. */
function affixOf(currency: string, locale: string): { prefix: string } | { suffix: string } {
  const parts = new Intl.NumberFormat(locale, { style: "currency", currency }).formatToParts(1);
  const types = parts.map(({ type }) => type);
  const sign = parts.find(({ type }) => type === "currency")?.value ?? currency;
  return types.indexOf("currency") < types.indexOf("integer") ? { prefix: sign } : { suffix: sign };
}
