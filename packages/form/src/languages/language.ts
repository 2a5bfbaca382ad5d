import { type Catalogue, fillSlots, type MessageId, type MessageOptions } from "@turnform/schema";
import { englishTexts, type TextId, type WidgetMessageId } from "./english-texts.ts";
import { knowsNumbersOf, type NumberSigns, signsOf } from "./number-notation.ts";

/**
 * The words of a language that forms write by themselves. Titles, choices and messages set in a schema are the
 * application's.
 *
 *     const formal = { ...german, texts: { ...german.texts, choose: "Bitte wählen" } };
 */
export interface Language {
  /** Tag of the language, such as `de` or `de-CH`, by which dates and currencies are written, too. */
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  /** The signs of its numbers: they are shown by them, and read as people type them. */
  readonly numbers: NumberSigns;
  /** What is on buttons and labels, what is read out, and so on; slots such as `${item}` are filled in. */
  readonly texts: Readonly<Record<TextId, string>>;
  /** What is said of values that are wrong, by identifier. */
  readonly messages: Catalogue & Readonly<Record<MessageId | WidgetMessageId, string>>;
  /** One of zod's locales, such as `z.locales.de()`, for what `messages` lacks; default zod's own. */
  readonly locale?: NonNullable<MessageOptions["locale"]>;
}

/**
 * A text in a language.
 *
 * @param values What fills its slots
 */
export function say(
  { texts }: Pick<Language, "texts">,
  id: TextId,
  values: Readonly<Record<string, unknown>> = {},
): string {
  return fillSlots(texts[id], values);
}

/**
 * Sees to it that a language is whole, for those who are not told by types.
 *
 * @throws TypeError for what is no language, and by the first text that is missing
 */
export function checkLanguage(language: Language): void {
  const { tag, texts, numbers } = Object(language);
  if (typeof tag !== "string" || typeof texts !== "object")
    throw new TypeError(`A language is an object such as \`german\`, not ${JSON.stringify(language)}`);
  const missing = Object.keys(englishTexts).find((id) => typeof texts[id] !== "string");
  if (missing !== undefined) throw new TypeError(`The language "${tag}" has no text "${missing}"`);
  try {
    Intl.getCanonicalLocales(tag);
  } catch (cause) {
    throw new TypeError(`A language has a tag such as "de" or "pt-BR", not "${tag}"`, { cause });
  }
  checkNumbers(tag, numbers);
}

/** Refuses signs that would make another number of a typed one: one sign for two things, or another region's decimal sign. */
function checkNumbers(tag: string, numbers: Partial<NumberSigns> | undefined): void {
  const { decimal, group } = Object(numbers);
  if (!isSign(decimal) || !isSign(group) || decimal === group)
    throw new TypeError(
      `The language "${tag}" needs the signs of its numbers, such as numbers: { decimal: ",", group: "." }`,
    );
  if (knowsNumbersOf(tag) && signsOf(tag).decimal !== decimal)
    throw new TypeError(
      `The language "${tag}" writes 1${signsOf(tag).decimal}5, but its numbers have the decimal sign "${decimal}"`,
    );
}

function isSign(sign: unknown): boolean {
  return typeof sign === "string" && /^[^\w+-]$/.test(sign);
}
