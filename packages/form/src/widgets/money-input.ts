import type { Language } from "../languages/language.ts";
import { checkKind, NUMBERS } from "./check-kind.ts";
import { notationOf, type NumberNotation, signsOf } from "../languages/number-notation.ts";
import type { InputView } from "../field/view.ts";
import { oneText } from "./one-text.ts";
import { numberConstants, numberDirection, readNumber } from "./number-input.ts";
import type { Widget, WidgetField, WidgetOptions } from "../field/widget.ts";

/** Options of {@link moneyInput}. */
export interface MoneyInputOptions extends WidgetOptions<InputView> {
  /** Code of a currency, such as `EUR`. Its sign is shown before or after the amount, depending on the language. */
  readonly currency?: string;
  /** Tag of the language for the separators of thousands and decimals, default the form's language. */
  readonly locale?: string;
  /** HTML's `autocomplete`: the data a browser may fill in, such as `transaction-amount`. */
  readonly autocomplete?: string;
}

/**
 * Creates an input for an amount of money, shown with separators: `1,234.50`. Amounts are read with and without separators.
 *
 *     money().meta({ widget: moneyInput({ currency: "CHF", locale: "de-CH" }) })   // CHF 1’234.50
 *
 * @throws RangeError if the currency is not a code of three letters, or if the locale is invalid or unknown to the host
 */
export function moneyInput(options: MoneyInputOptions = {}): Widget {
  const { locale, currency, autocomplete } = options;
  const localeSigns = locale === undefined ? undefined : signsOf(locale);
  const affixes = new Map<string, Affixes>();

  const signsFor = ({ language }: WidgetField): Pick<Language, "tag" | "numbers"> =>
    localeSigns && locale !== undefined ? { tag: locale, numbers: localeSigns } : language;
  const notationFor = (field: WidgetField): NumberNotation => notationOf(signsFor(field).numbers);

  /** Caches affixes by language, because `Intl` is slow to make them. */
  function affixesIn(language: string): Affixes {
    const made = affixes.get(language) ?? (currency === undefined ? {} : affixOf(currency, language));
    affixes.set(language, made);
    return made;
  }
  // Throws early if the currency or the locale is invalid.
  affixesIn(locale ?? "en");

  return {
    ...oneText,
    check: (field) => checkKind(field, "moneyInput", NUMBERS),
    options,
    template: "money-input",
    encodes: true,
    deserialize: (field, pstruct, reading) =>
      typeof pstruct === "string" ? readNumber(field, pstruct, notationFor(field), reading) : pstruct,
    scriptReading: (field) => ({ numbers: signsFor(field).numbers }),
    text: ({ field, text }) => notationFor(field).writeGrouped(text),
    constants: (field) => ({ ...numberConstants(field), ...affixesIn(signsFor(field).tag), autocomplete }),
    view: ({ field, text }) => ({
      type: "text",
      direction: numberDirection(field),
      value: notationFor(field).writeGrouped(text),
    }),
  };
}

/** Texts before and after a control. */
type Affixes = Pick<WidgetOptions, "prefix" | "suffix">;

/** Returns the sign of a currency, before or after the amount. */
function affixOf(currency: string, locale: string): Affixes {
  const parts = new Intl.NumberFormat(locale, { style: "currency", currency }).formatToParts(1);
  const types = parts.map(({ type }) => type);
  const sign = parts.find(({ type }) => type === "currency")?.value ?? currency;
  return types.indexOf("currency") < types.indexOf("integer") ? { prefix: sign } : { suffix: sign };
}
