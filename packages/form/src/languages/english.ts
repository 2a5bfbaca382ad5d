import { englishMessages } from "@turnform/schema";
import type { Language } from "./language.ts";
import { englishTexts, widgetMessages } from "./english-texts.ts";

/** English, the default language of forms. */
export const english: Language = {
  tag: "en",
  direction: "ltr",
  numbers: { decimal: ".", group: "," },
  texts: englishTexts,
  messages: { ...englishMessages, ...widgetMessages },
};
