import { type Catalogue, fillSlots, type MessageId, type MessageOptions } from "@turnform/schema";
import type { TextId } from "./languages/english-texts.ts";
import type { WidgetMessageId } from "./widget-messages.ts";

/**
 * The words of a language that forms write by themselves. Titles, choices and messages set in a schema are the
 * application's.
 *
 *     const formal = { ...german, texts: { ...german.texts, choose: "Bitte wählen" } };
 */
export interface Language {
  /** Tag of the language, such as `de` or `de-CH`, by which numbers, dates and amounts are written, too. */
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
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
