import { type Catalogue, fillSlots, type MessageId, type MessageOptions } from "@turnform/schema";
import { englishTexts, type TextId, type WidgetMessageId } from "./english-texts.ts";
import { knowsNumbersOf, type NumberSigns, signsOf } from "./number-notation.ts";

/**
 * A language of forms: its texts, messages and notation of numbers. Titles, choices and messages set in a schema belong to the
 * application and stay.
 *
 *     const formal = { ...german, texts: { ...german.texts, choose: "Bitte wählen" } };
 */
export interface Language {
  /** BCP 47 tag, such as `de` or `de-CH`. `Intl` formats dates and currencies by it. */
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  /** Decimal and group signs, for showing numbers and for reading typed ones. */
  readonly numbers: NumberSigns;
  /** Texts of buttons, labels and announcements. Slots such as `${item}` are filled in. */
  readonly texts: Readonly<Record<TextId, string>>;
  /** Messages about wrong values, by identifier. */
  readonly messages: Catalogue & Readonly<Record<MessageId | WidgetMessageId, string>>;
  /** Locale of zod, such as `z.locales.de()`, for issues without an entry in `messages`. Default: zod's own. */
  readonly locale?: NonNullable<MessageOptions["locale"]>;
}

/**
 * Returns a text of a language with its slots filled in.
 *
 * @param values Values of the slots, by name
 */
export function say(
  { texts }: Pick<Language, "texts">,
  id: TextId,
  values: Readonly<Record<string, unknown>> = {},
): string {
  return fillSlots(texts[id], values);
}

/** Languages that {@link checkLanguage} has passed, so that each is checked once, not for each form. */
const checked = new WeakSet<Language>();

/**
 * Checks a language at run time, for callers without types.
 *
 * @throws TypeError if the value is no language, a text is missing, or the tag or the signs of numbers are invalid
 */
export function checkLanguage(language: Language): void {
  if (checked.has(language)) return;
  const { tag, texts, numbers } = Object(language);
  if (typeof tag !== "string" || typeof texts !== "object")
    throw new TypeError(`${JSON.stringify(language)} is not a language. Pass an object such as \`german\``);
  const missing = Object.keys(englishTexts).find((id) => typeof texts[id] !== "string");
  if (missing !== undefined)
    throw new TypeError(`The language "${tag}" has no text "${missing}". Add it to texts`);
  try {
    Intl.getCanonicalLocales(tag);
  } catch (cause) {
    throw new TypeError(`The tag "${tag}" of a language is invalid. Use one such as "de" or "pt-BR"`, {
      cause,
    });
  }
  checkNumbers(tag, numbers);
  checked.add(language);
}

/** Refuses signs that would misread numbers: one sign for two purposes, or a decimal sign of another region. */
function checkNumbers(tag: string, numbers: Partial<NumberSigns> | undefined): void {
  const { decimal, group } = Object(numbers);
  if (!isSign(decimal) || !isSign(group) || decimal === group)
    throw new TypeError(
      `The language "${tag}" has no valid signs of numbers. Set numbers, such as { decimal: ",", group: "." }`,
    );
  if (knowsNumbersOf(tag) && signsOf(tag).decimal !== decimal)
    throw new TypeError(
      `The language "${tag}" writes 1${signsOf(tag).decimal}5, but its numbers have the decimal sign "${decimal}". Change the tag or numbers`,
    );
}

function isSign(sign: unknown): boolean {
  return typeof sign === "string" && /^[^\w+-]$/.test(sign);
}
