import { strip } from "@turnform/schema";
import type { Field } from "../field.ts";
import { numberInWords } from "../in-words.ts";
import type { InputView } from "../view.ts";
import { oneText } from "./leaf.ts";
import type { Affixes, Widget, WidgetOptions } from "./widget.ts";

/** Options of {@link moneyInput}. */
export interface MoneyInputOptions extends WidgetOptions<InputView> {
  /** A currency by its code, such as `EUR`: its sign stands before or after the amount, as the language has it. */
  readonly currency?: string;
  /** The language whose signs set thousands and decimals apart, shown and read, by its tag; default the form's. */
  readonly locale?: string;
  /** What a browser may fill in, such as `transaction-amount`. */
  readonly autocomplete?: string;
}

/** A number as schemas read it. */
const NUMERAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Thousands set apart, in threes or, as in India, in twos before the last three. */
const GROUPS = /^[+-]?\d{1,3}(?:,\d{2,3})*,\d{3}$/;

/**
 * An amount of money, its thousands set apart: `1,234.50`. Amounts are read with and without separators.
 *
 *     money().meta({ widget: moneyInput({ currency: "CHF", locale: "de-CH" }) })   // CHF 1’234.50
 *
 * @throws RangeError where the currency is no code of three letters, or the locale no tag of a language
 */
export function moneyInput(options: MoneyInputOptions = {}): Widget {
  const { locale, currency, autocomplete } = options;
  const notations = new Map<string, Notation>();

  /** Made once a language, since that takes its time. */
  function notationIn(language: string): Notation {
    const known = notations.get(language) ?? notationOf(language, currency);
    notations.set(language, known);
    return known;
  }
  const languageOf = ({ context }: Field): string => locale ?? context.language.tag;
  // What is wrong is said to be so at once.
  notationIn(locale ?? "en");

  /** The amount as the schema reads it; a text that is none stays as it was typed. */
  function read(text: string, language: string): string {
    const { group, decimal } = notationIn(language);
    const bare = text.replaceAll(/[\s\p{Cf}'’]/gu, "").replaceAll("−", "-");
    const [whole = "", ...fraction] = bare.split(decimal);
    const parts = whole.split(/\s/.test(group) ? "'" : group);
    // Signs that don't set digits apart as they do in numbers would change what is meant.
    const isGrouped = parts.length === 1 || GROUPS.test(parts.join(","));
    const plain = isGrouped ? [parts.join(""), ...fraction].join(".") : bare;
    return NUMERAL.test(plain) ? plain : text;
  }

  return {
    ...oneText,
    options,
    template: "money-input",
    deserialize: (field, pstruct) =>
      typeof pstruct === "string" ? read(strip(pstruct), languageOf(field)) : pstruct,
    text: ({ field, text }) => numberInWords(text, languageOf(field)),
    affixes: (field) => notationIn(languageOf(field)).affixes,
    view(place): InputView {
      return {
        ...place.fieldView(),
        type: "text",
        value: numberInWords(place.text, languageOf(place.field)),
        inputMode: "decimal",
        autocomplete,
      };
    },
  };
}

/** What a language writes between thousands, before decimals, and beside an amount. */
interface Notation {
  readonly group: string;
  readonly decimal: string;
  readonly affixes: Affixes;
}

function notationOf(locale: string, currency: string | undefined): Notation {
  const parts = new Intl.NumberFormat(locale, { numberingSystem: "latn" }).formatToParts(1234567.8);
  const signOf = (type: string): string | undefined => parts.find((part) => part.type === type)?.value;
  return {
    group: signOf("group") ?? ",",
    decimal: signOf("decimal") ?? ".",
    affixes: currency === undefined ? {} : affixOf(currency, locale),
  };
}

/** A currency's sign, on the side where a language has it. */
function affixOf(currency: string, locale: string): Affixes {
  const parts = new Intl.NumberFormat(locale, { style: "currency", currency }).formatToParts(1);
  const types = parts.map(({ type }) => type);
  const sign = parts.find(({ type }) => type === "currency")?.value ?? currency;
  return types.indexOf("currency") < types.indexOf("integer") ? { prefix: sign } : { suffix: sign };
}
