import {
  autocomplete,
  checkboxChoice,
  radioChoice,
  select,
  selectSearch,
  switchInput,
  tags,
} from "@turnform/form";
import type { Locator } from "playwright-core";
import { z } from "zod";
import { type Family, search, searchOf } from "./family.ts";

const Colour = z.enum(["red", "green", "blue"]);
const Country = z.enum(["denmark", "finland", "norway"]);

export const choices: Family = {
  name: "choices",
  fields: {
    light: Colour.meta({ widget: radioChoice() }),
    days: z.set(z.enum(["mon", "tue", "wed"])).meta({ widget: checkboxChoice() }),
    size: z.enum(["small", "large"]).meta({ widget: select() }),
    sauces: z.array(z.enum(["garlic", "chilli", "mint"])).meta({ widget: select({ multiple: true }) }),
    home: Country.meta({ widget: selectSearch() }),
    visited: z.array(Country).meta({ widget: selectSearch() }),
    words: z.array(z.string()).meta({
      widget: tags({
        values: [
          ["new", "New"],
          ["used", "Used"],
        ],
      }),
    }),
    town: z.string().meta({ widget: autocomplete({ values: ["Turin", "Turku"] }) }),
    lit: z.boolean().meta({ widget: switchInput() }),
  },
  async fill(item, which, script) {
    const pick = <Text>(...texts: readonly [Text, Text]): Text => texts[which];
    await item.getByRole("group", { name: "Light" }).getByLabel(pick("Red", "Green")).check();
    const days = item.getByRole("group", { name: "Days" });
    for (const [at, day] of ["Mon", "Tue", "Wed"].entries())
      await days.getByLabel(day).setChecked(pick(at < 2, at === 2));
    await item.getByLabel("Size").selectOption(pick("Small", "Large"));
    await item.getByLabel("Sauces").selectOption(pick(["Garlic", "Mint"], ["Chilli"]));
    await search(item, "Home", script, pick("Denmark", "Finland"));
    await search(item, "Visited", script, ...pick(["Denmark", "Norway"], ["Finland"]));
    await search(item, "Words", script, pick("New", "Used"));
    await addWord(item, pick("<b>", "mine"), script);
    await complete(item.getByRole("combobox", { name: "Town" }), pick("Turin", "Turku"), script);
    await item.getByLabel("Lit").setChecked(which === 0);
  },
  data: [
    {
      light: "red",
      days: new Set(["mon", "tue"]),
      size: "small",
      sauces: ["garlic", "mint"],
      home: "denmark",
      visited: ["denmark", "norway"],
      words: ["new", "<b>"],
      town: "Turin",
      lit: true,
    },
    {
      light: "green",
      days: new Set(["wed"]),
      size: "large",
      sauces: ["chilli"],
      home: "finland",
      visited: ["finland"],
      words: ["used", "mine"],
      town: "Turku",
      lit: false,
    },
  ],
};

async function addWord(item: Locator, word: string, script: boolean): Promise<void> {
  if (!script) return item.getByRole("textbox", { name: "Words new" }).fill(word);
  await searchOf(item, "Words").fill(word);
  await searchOf(item, "Words").press("Enter");
}

/** Types the end of a word, and takes the suggested one. */
async function complete(field: Locator, word: string, script: boolean): Promise<void> {
  await field.fill(script ? word.slice(3) : word);
  if (!script) return;
  await field.press("ArrowDown");
  await field.press("Enter");
}
