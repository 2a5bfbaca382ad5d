import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Language } from "./language.ts";
import { arabic } from "./arabic.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { japanese } from "./japanese.ts";
import { spanish } from "./spanish.ts";

interface Sample {
  readonly language: Language;
  readonly marks: readonly [string, string];
  /** Texts that are the same in English, by id. */
  readonly cognates: readonly string[];
}

const samples: readonly Sample[] = [
  { language: german, marks: ["„", "“"], cognates: ["texts.code", "texts.link"] },
  {
    language: french,
    marks: ["«\u202f", "\u202f»"],
    cognates: ["texts.actions", "texts.date", "texts.code"],
  },
  { language: spanish, marks: ["«", "»"], cognates: ["texts.no"] },
  { language: japanese, marks: ["「", "」"], cognates: [] },
  { language: arabic, marks: ["«", "»"], cognates: [] },
];

describe.each(samples.map((sample) => [sample.language.tag, sample] as const))("Language %s", (_, sample) => {
  const { language, marks, cognates } = sample;
  const [open, close] = marks;

  it("has the texts of English, in their order", () => {
    expect(Object.keys(language.texts)).toEqual(Object.keys(english.texts));
  });

  it("has the messages of English, in their order", () => {
    expect(Object.keys(language.messages)).toEqual(Object.keys(english.messages));
  });

  it("keeps the slots of each text", () => {
    expect(slotsById(language)).toEqual(slotsById(english));
  });

  it("translates each text", () => {
    const original = new Map(textsOf(english));
    const same = textsOf(language).filter(([id, text]) => text === original.get(id));
    expect(same.map(([id]) => id)).toEqual(cognates);
  });

  it("has no blanks around a text, and no double blanks", () => {
    expect(thatMatch(language, /^\s|\s$|\s\s|^$/u)).toEqual([]);
  });

  it("quotes where English does", () => {
    const quoting = textsOf(english).filter(([, text]) => /["“]/u.test(text));
    const translated = new Map(textsOf(language));
    const unquoted = quoting.filter(([id]) => !translated.get(id)?.includes(open));
    expect(unquoted.map(([id]) => id)).toEqual([]);
  });

  it("uses only its own quotation marks, in pairs", () => {
    const unpaired = textsOf(language).filter(
      ([, text]) => text.split(open).length !== text.split(close).length,
    );
    const foreign = textsOf(language).filter(([, text]) =>
      /["'“”„‟‘‚«»‹›「」『』]/u.test(text.replaceAll(open, "").replaceAll(close, "")),
    );
    expect([...unpaired, ...foreign]).toEqual([]);
  });

  it("translates other issues of zod", () => {
    const issueIn = ({ locale }: Language) =>
      z.ipv4().safeParse("home", locale && { error: locale.localeError }).error?.issues[0]?.message;
    expect(issueIn(language)).not.toBe(issueIn(english));
  });

  it("is written in the direction of its script", () => {
    const { direction } = language;
    expect(direction).toBe(/\p{Script=Arabic}/u.test(language.texts.submit) ? "rtl" : "ltr");
  });
});

describe("french", () => {
  it("has narrow no-break spaces before two-part signs", () => {
    expect(thatMatch(french, /(?<!\u202f)[:;!?](?!\/\/)/u)).toEqual([]);
  });
});

describe("spanish", () => {
  it("opens questions and exclamations", () => {
    expect(thatMatch(spanish, /^[^¿]*\?|^[^¡]*!/u)).toEqual([]);
  });
});

describe("japanese", () => {
  it("has letters of its script in each text", () => {
    expect(thatLack(japanese, /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u)).toEqual([]);
  });

  it("has signs as wide as its letters", () => {
    expect(thatMatch(japanese, /[,;!?()]|:(?!\/\/)|\.(?!\d)/u)).toEqual([]);
  });
});

describe("arabic", () => {
  it("has letters of its script in each text", () => {
    expect(thatLack(arabic, /\p{Script=Arabic}/u)).toEqual([]);
  });

  it("has its own commas, semicolons and question marks", () => {
    expect(thatMatch(arabic, /[,;?]/u)).toEqual([]);
  });
});

type Text = readonly [id: string, text: string];

/** Returns all texts of a language, by `texts.submit`, `messages.required` and so on. */
function textsOf(language: Language): readonly Text[] {
  return (["texts", "messages"] as const).flatMap((part) =>
    Object.entries<string | undefined>(language[part]).map(([id, text]): Text => [
      `${part}.${id}`,
      text ?? "",
    ]),
  );
}

function thatMatch(language: Language, pattern: RegExp): readonly Text[] {
  return textsOf(language).filter(([, text]) => pattern.test(text.replaceAll(/\$\{\w+\}/g, "0")));
}

function thatLack(language: Language, pattern: RegExp): readonly Text[] {
  return textsOf(language).filter(([, text]) => !pattern.test(text.replaceAll(/\$\{\w+\}/g, "0")));
}

function slotsById(language: Language): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    textsOf(language).map(([id, text]) => [id, [...new Set(text.match(/\$\{\w+\}|\$\w+/g))].sort()]),
  );
}
