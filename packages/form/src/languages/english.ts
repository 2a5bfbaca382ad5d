import { englishMessages } from "@turnform/schema";
import type { Language } from "./language.ts";
import { englishTexts, widgetMessages } from "./english-texts.ts";

/** English, with the messages of Colander and Deform: what forms speak unless they are told otherwise. */
export const english: Language = {
  tag: "en",
  direction: "ltr",
  numbers: { decimal: ".", group: "," },
  texts: englishTexts,
  messages: { ...englishMessages, ...widgetMessages },
};
