import * as forms from "@turnform/form";
import { arabic } from "./arabic.ts";
import { english, type Words } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { japanese } from "./japanese.ts";
import { spanish } from "./spanish.ts";

/** A language that the pages speak. */
export interface Spoken {
  /** What it calls itself. */
  readonly name: string;
  /** What forms say. */
  readonly language: forms.Language;
  /** What the application says. */
  readonly words: Words;
}

/** All languages that forms speak. */
export const spoken: readonly Spoken[] = [
  { name: "English", language: forms.english, words: english },
  { name: "Deutsch", language: forms.german, words: german },
  { name: "Français", language: forms.french, words: french },
  { name: "Español", language: forms.spanish, words: spanish },
  { name: "日本語", language: forms.japanese, words: japanese },
  { name: "العربية", language: forms.arabic, words: arabic },
];
