import { money } from "@turnform/schema";
import fc from "fast-check";
import { z } from "zod";
import { bootstrap } from "../themes/bootstrap.ts";
import { plainTheme, type Theme } from "../themes/theme.ts";
import { autocomplete } from "../widgets/autocomplete.ts";
import { checkbox } from "../widgets/checkbox.ts";
import { checkboxChoice } from "../widgets/checkbox-choice.ts";
import { fileInput } from "../widgets/file-input.ts";
import { maskedInput } from "../widgets/masked-input.ts";
import { moneyInput } from "../widgets/money-input.ts";
import { radioChoice } from "../widgets/radio-choice.ts";
import { select } from "../widgets/select.ts";
import { selectSearch } from "../widgets/select-search.ts";
import { sequence } from "../widgets/sequence.ts";
import { tags } from "../widgets/tags.ts";
import type { SampleOptions } from "./sample.ts";
import type { FormOptions } from "../define/form-options.ts";
import { english } from "../languages/english.ts";
import type { Language } from "../languages/language.ts";

/** Pieces that try to leave any context of HTML and to add an element or attribute called `evil`. */
const pieces: readonly string[] = [
  "<x-evil>",
  "</x-evil>",
  "<script>evil()</script>",
  "<img src=x onerror=evil()>",
  "<svg/onload=evil()>",
  " evil=1 ",
  '" evil="',
  "' evil='",
  "` evil=`",
  '"><x-evil>',
  "'><x-evil>",
  "</title>",
  "</textarea>",
  "</select>",
  "</option>",
  "</template>",
  "</fieldset>",
  "</form>",
  "<!--",
  "-->",
  "<![CDATA[",
  "&quot;&gt;&lt;x-evil&gt;",
  "&#34;&#62;&#60;x-evil&#62;",
  "{{{evil}}}",
  "{{> form}}",
  "${evil}",
  "$&$'$`",
  "javascript:evil()",
  "\\",
  "\u007Fa0\u007F",
  "\u2028",
  "é",
];

export const EVERYTHING: string = `a${pieces.join("")}z`;

/** Makes a type whose widget has the given options. */
export type MakeType = (options: SampleOptions) => z.ZodType;

/** Random texts with some of the pieces in any order. */
export const hostile: fc.Arbitrary<string> = fc
  .tuple(fc.shuffledSubarray([...pieces], { minLength: 6, maxLength: 12 }), fc.string())
  .map(([parts, more]) => `a${parts.join("")}${more}z`);

/** Returns a text of the same shape without characters that HTML treats specially. */
export function harmless(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}\s]/gu, "x");
}

export const themes: readonly [Theme, Theme] = [plainTheme, bootstrap()];

/** Returns types whose widgets show a text themselves: in choices, groups, masks, addresses or titles of items. */
export function typesWith(text: string): Readonly<Record<string, MakeType>> {
  const values = [
    [text, text],
    ["b", `${text}b`],
  ] as const;
  const groups = [{ group: text, options: values }];
  const file = Object.assign(new File(["x"], text, { type: "image/png" }), { id: text });
  return {
    select: (o) => z.string().meta({ widget: select({ ...o, values: groups, nullValue: text }) }),
    "select of several": (o) =>
      z.array(z.string()).meta({ widget: select({ ...o, values, multiple: true }) }),
    "select by the schema": (o) => z.enum([text, "b"]).meta({ widget: select(o) }),
    radioChoice: (o) => z.string().meta({ widget: radioChoice({ ...o, values }) }),
    checkboxChoice: (o) => z.array(z.string()).meta({ widget: checkboxChoice({ ...o, values }) }),
    selectSearch: (o) => z.string().meta({ widget: selectSearch({ ...o, values: groups }) }),
    tags: (o) => z.array(z.string()).meta({ widget: tags({ ...o, values }) }),
    autocomplete: (o) => z.string().meta({ widget: autocomplete({ ...o, values: [text] }) }),
    "autocomplete by URL": (o) => z.string().meta({ widget: autocomplete({ ...o, url: `/${text}` }) }),
    checkbox: (o) => z.boolean().meta({ widget: checkbox({ ...o, trueValue: text }) }),
    maskedInput: (o) => z.string().meta({ widget: maskedInput({ ...o, mask: text }) }),
    moneyInput: (o) => money().meta({ widget: moneyInput({ ...o, autocomplete: text }) }),
    fileInput: (o) =>
      z.array(z.file()).meta({
        initial: [file],
        widget: fileInput({ ...o, multiple: true, accept: text, address: () => `/${text}` }),
      }),
    record: (o) => z.record(z.string(), z.string()).meta({ initial: { [text]: text }, widget: o }),
    "titles of items": (o) =>
      z.array(z.object({ a: z.string() }).meta({ title: text })).meta({
        initial: [{ a: text }],
        widget: sequence({ ...o, itemTitle: `${text.replaceAll("$", "")} \${a}` }),
      }),
    union: (o) =>
      z
        .discriminatedUnion("kind", [
          z.object({ kind: z.literal(text), a: z.string() }).meta({ title: text }),
          z.object({ kind: z.literal("b") }),
        ])
        .meta({ widget: o }),
  };
}

/** Returns options of a form with the text in every place for one. */
export function optionsWith(text: string): FormOptions {
  return {
    formId: `f${text.replaceAll(/\s/g, "")}`,
    action: `/${text}`,
    language: languageWith(text),
    buttons: [
      {
        name: "save",
        title: text,
        value: text,
        icon: text,
        cssClass: text,
        attributes: { "data-mine": text },
      },
      {
        name: "back",
        title: text,
        type: "link",
        href: `/${text}`,
        cssClass: text,
        attributes: { title: text },
      },
    ],
  };
}

/** Returns options of any widget with the text in every place for one. */
export function widgetOptionsWith(text: string): SampleOptions {
  return {
    placeholder: text,
    prefix: text,
    suffix: text,
    cssClass: text,
    itemCssClass: text,
    attributes: { "data-mine": text, title: text },
  };
}

/** Returns English with a text added to every word and message. */
function languageWith(text: string): Language {
  const ending = (words: object) =>
    Object.fromEntries(Object.entries(words).map(([id, word]) => [id, `${word}${text}`]));
  return {
    ...english,
    texts: { ...english.texts, ...ending(english.texts) },
    messages: { ...english.messages, ...ending(english.messages) },
  };
}
