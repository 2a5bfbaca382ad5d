import type { Language } from "../languages/language.ts";
import { notationOf, type NumberNotation, signsOf } from "../languages/number-notation.ts";
import type { InputView } from "../field/view.ts";
import { oneText } from "./one-text.ts";
import { numberConstants, numberDirection, readNumber } from "./number-input.ts";
import type { Widget, WidgetField, WidgetOptions } from "../field/widget.ts";

/** Options of {@link moneyInput}. */
export interface MoneyInputOptions extends WidgetOptions<InputView> {
  /** A currency by its code, such as `EUR`: its sign stands before or after the amount, as the language has it. */
  readonly currency?: string;
  /** The language whose signs set thousands and decimals apart, shown and read, by its tag; default the form's. */
  readonly locale?: string;
  /** What a browser may fill in, such as `transaction-amount`. */
  readonly autocomplete?: string;
}

/**
 * An amount of money, its thousands set apart: `1,234.50`. Amounts are read with and without separators.
 *
 *     money().meta({ widget: moneyInput({ currency: "CHF", locale: "de-CH" }) })   // CHF 1’234.50
 *
 * @throws RangeError where the currency is no code of three letters, the locale no tag of a language, or one whose numbers
 *   the host does not know
 */
export function moneyInput(options: MoneyInputOptions = {}): Widget {
  const { locale, currency, autocomplete } = options;
  const own = locale === undefined ? undefined : signsOf(locale);
  const affixes = new Map<string, Affixes>();

  const signsFor = ({ language }: WidgetField): Pick<Language, "tag" | "numbers"> =>
    own && locale !== undefined ? { tag: locale, numbers: own } : language;
  const notationFor = (field: WidgetField): NumberNotation => notationOf(signsFor(field).numbers);

  /** Made once a language, since that takes its time. */
  function affixesIn(language: string): Affixes {
    const made = affixes.get(language) ?? (currency === undefined ? {} : affixOf(currency, language));
    affixes.set(language, made);
    return made;
  }
  // What is wrong is said to be so at once.
  affixesIn(locale ?? "en");

  return {
    ...oneText,
    options,
    template: "money-input",
    deserialize: (field, pstruct, reading) =>
      typeof pstruct === "string" ? readNumber(field, pstruct, notationFor(field), reading) : pstruct,
    text: ({ field, text }) => notationFor(field).writeGrouped(text),
    constants: (field) => ({ ...numberConstants(field), ...affixesIn(signsFor(field).tag), autocomplete }),
    view: ({ field, text }) => ({
      type: "text",
      direction: numberDirection(field),
      value: notationFor(field).writeGrouped(text),
    }),
  };
}

/** What stands before and after a control. */
type Affixes = Pick<WidgetOptions, "prefix" | "suffix">;

/** A currency's sign, on the side where a language has it. */
function affixOf(currency: string, locale: string): Affixes {
  const parts = new Intl.NumberFormat(locale, { style: "currency", currency }).formatToParts(1);
  const types = parts.map(({ type }) => type);
  const sign = parts.find(({ type }) => type === "currency")?.value ?? currency;
  return types.indexOf("currency") < types.indexOf("integer") ? { prefix: sign } : { suffix: sign };
}
