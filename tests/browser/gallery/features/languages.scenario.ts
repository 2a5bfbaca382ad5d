import * as forms from "@turnform/form";
import { fillSlots } from "@turnform/schema";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { english } from "../../../../demo/src/gallery/features/languages/english.ts";
import { type Spoken, spoken } from "../../../../demo/src/gallery/features/languages/spoken.ts";
import { click, nextPage, send } from "../../next-page.ts";
import type { FeatureScenario } from "./feature-scenario.ts";
import { uncheck } from "./feature-page.ts";
import { textsOn } from "./texts-on.ts";

/** Words that are the same in English, by language. */
const COGNATES: Readonly<Record<string, readonly string[]>> = {
  de: ["Code", "Link", "Japan"],
  fr: ["Actions", "Code", "Date", "France"],
  es: ["Color", "No", "(3 bytes)"],
  ja: [],
  ar: [],
};
/** Texts of no language, in letters that Japanese and Arabic lack: zones, file names, addresses and colours. */
const NEUTRAL = /\$\{\w+\}|\b(?:UTC|URL|Alt|kg|1\.jpg|frog\.png|someone@example\.com|a@b)\b|#[\da-f]{6}/g;

export const scenario: FeatureScenario = {
  page: "languages",
  async run(page, hasScript) {
    const [first, ...others] = spoken;
    if (!first) throw new Error("Nothing is spoken");
    await nextPage(page, () => page.getByRole("main").getByRole("link", { name: first.name }).click());
    await expectSaved(page, first);
    const inEnglish = await textsOfLanguage(page, first, hasScript);
    const english: Record<string, readonly string[]> = {};
    for (const each of others) {
      const { tag, direction } = each.language;
      await followLink(page, each.name);
      expect(await page.evaluate(`[document.documentElement.lang, document.documentElement.dir]`)).toEqual([
        tag,
        direction,
      ]);
      const texts = await textsOfLanguage(page, each, hasScript);
      english[tag] = englishIn(texts, inEnglish, tag);
    }
    // A scenario's last page is checked for accessibility; here it is in Arabic.
    expect(english).toEqual({ de: [], fr: [], es: [], ja: [], ar: [] });
  },
};

/** Returns all texts of a language's pages: blank, edited, read-only and with every error. */
async function textsOfLanguage(page: Page, it: Spoken, hasScript: boolean): Promise<Set<string>> {
  const { words } = it;
  const texts = new Set<string>();
  const collect = async (): Promise<void> => {
    for (const text of await textsOn(page)) texts.add(text);
  };
  await collect();
  await (hasScript ? editWithScript(page, it, collect) : editWithoutScript(page, it, collect));

  if (hasScript) {
    // The read-only page has the same texts without script.
    await followLink(page, words.readonly);
    await collect();
  }
  await followLink(page, words.filled);
  await collect();
  await fillInWrongly(page, it);
  expect((await send(page))?.status()).toBe(422);
  expect(await page.locator(".tf-kept").innerText()).toContain("frog.png");
  await collect();
  return texts;
}

/** Sends the filled-in form, in which only the file is missing. */
async function expectSaved(page: Page, { words }: Spoken): Promise<void> {
  await followLink(page, words.filled);
  await page.locator("input[type=file]").setInputFiles(FROG);
  expect((await send(page))?.status()).toBe(200);
  await page.getByText(words.saved).waitFor();
  await followLink(page, words.blank);
}

async function followLink(page: Page, name: string): Promise<void> {
  await nextPage(page, () => page.getByRole("link", { name, exact: true }).click());
}

const FROG = { name: "frog.png", mimeType: "image/png", buffer: Buffer.from("frog") };

/** Adds, moves, removes and restores a day, collecting the announcements, and searches for unknown words. */
async function editWithScript(page: Page, it: Spoken, collect: () => Promise<void>): Promise<void> {
  const { language, words } = it;
  const { texts } = language;
  const day = (number: number): string => `${words.dayOfTravel} ${number}`;
  const edit = async (button: string, said: keyof typeof texts, item: string, number = 0): Promise<void> => {
    await page.getByRole("button", { name: button, exact: true }).click();
    const live = page.locator("[data-tf-live]");
    expect(await live.textContent()).toContain(fillSlots(texts[said], { item, number }));
    await collect();
  };
  await edit(fillSlots(texts.addItem, { item: words.dayOfTravel }), "added", day(2));
  await edit(`${texts.up} ${day(2)}`, "moved", day(2), 1);
  await edit(`${texts.duplicate} ${day(1)}`, "duplicated", day(1));
  await edit(`${texts.remove} ${day(2)}`, "removed", day(2));
  await edit(`${texts.undo}: ${fillSlots(texts.removed, { item: day(2) })}`, "restored", day(2));

  const countries = page.getByRole("combobox", { name: words.country }).and(page.locator("input"));
  await countries.fill("???");
  await page.getByText(texts.nothingFound).first().waitFor();
  await collect();
  await countries.press("Escape");
  const languages = page.getByRole("combobox", { name: words.spoken }).and(page.locator("input"));
  await languages.fill("???");
  await page.getByText(fillSlots(texts.addWord, { word: "???" })).waitFor();
  await collect();
  await languages.press("Enter");
  await languages.press("Escape");
  await collect();

  await page.getByRole("button", { name: new RegExp(`^${texts.link} `) }).click();
  await page.getByLabel(texts.linkAddress).waitFor();
  await collect();
  await page.keyboard.press("Escape");
}

async function editWithoutScript(page: Page, it: Spoken, collect: () => Promise<void>): Promise<void> {
  const item = it.words.dayOfTravel;
  const add = fillSlots(it.language.texts.addItem, { item });
  await click(page.getByRole("button", { name: add, exact: true }));
  expect(await page.getByRole("group", { name: `${item} 2`, exact: true }).count()).toBe(1);
  await collect();
}

/** Types errors into every possible field, and chooses a file to keep. */
async function fillInWrongly(page: Page, { language, words }: Spoken): Promise<void> {
  const { texts } = language;
  await uncheck(page);
  const fill = (label: string, text: string) => page.getByLabel(label).first().fill(text);
  await fill(words.name, "");
  await fill(words.email, "a@b");
  await fill(texts.month, "");
  await fill(texts.date, "");
  await fill(words.budget, "?");
  await fill(words.minutes, "1");
  await fill(words.cardNumber, "?");
  await fill(words.companions, '"?');
  await fill(words.weight, "99");
  for (const nth of [0, 1]) await page.getByLabel(words.contactName).nth(nth).fill("?");
  await page.locator("input[type=file]").setInputFiles(FROG);
}

/** Returns the English texts among these: texts of the English pages, English words, or wrong letters. */
function englishIn(texts: ReadonlySet<string>, inEnglish: ReadonlySet<string>, tag: string): string[] {
  const neutral = (text: string): string => text.replaceAll(NEUTRAL, "").trim();
  const allowed = COGNATES[tag] ?? [];
  const hasLetters = tag === "ja" || tag === "ar" ? /[A-Za-z]{2}/ : undefined;
  return [...texts].filter((text) => {
    const rest = neutral(text);
    if (!/\p{L}{2}/u.test(rest) || allowed.includes(rest)) return false;
    if (hasLetters?.test(rest) || inEnglish.has(text)) return true;
    return ENGLISH.some(({ pattern, words }) => pattern.test(rest) && !allowed.includes(words));
  });
}

/** Patterns of the English texts, with anything in their slots. */
const ENGLISH = [
  ...Object.values(forms.english.texts),
  ...Object.values(forms.english.messages).filter((message) => message !== undefined),
  ...Object.values(english),
].map((words) => {
  const pattern = words
    .split(/\$\{\w+\}/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return { words, pattern: new RegExp(String.raw`(?<!\p{L})${pattern.join(".+")}(?!\p{L})`, "u") };
});
