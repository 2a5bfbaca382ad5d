import * as forms from "@turnform/form";
import { arabic } from "./arabic.ts";
import { english, type Words } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { japanese } from "./japanese.ts";
import { spanish } from "./spanish.ts";

/** A language of the pages. */
export interface Spoken {
  /** The language's own name for itself. */
  readonly name: string;
  /** Turnform's texts. */
  readonly language: forms.Language;
  /** The application's texts. */
  readonly words: Words;
}

export const spoken: readonly Spoken[] = [
  { name: "English", language: forms.english, words: english },
  { name: "Deutsch", language: forms.german, words: german },
  { name: "Français", language: forms.french, words: french },
  { name: "Español", language: forms.spanish, words: spanish },
  { name: "日本語", language: forms.japanese, words: japanese },
  { name: "العربية", language: forms.arabic, words: arabic },
];
