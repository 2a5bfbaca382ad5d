import type { Locator } from "playwright-core";
import type { z } from "zod";

/** Widgets that stand together in the items of lists of lists. */
export interface Family {
  readonly name: string;
  readonly fields: z.core.$ZodLooseShape;
  /** What is filled in at one time or another, as it comes out: each differs from the other in every field. */
  readonly data: readonly [Data, Data];
  /**
   * Fills in the fields of an item as a person would, whatever stood there before.
   *
   * @param item Where they are
   * @param which Which of `data` comes out
   * @param script Whether the page has its script
   */
  readonly fill: (item: Locator, which: 0 | 1, script: boolean) => Promise<void>;
}

/** What comes out of an item, a file as its name and text, a decimal as its digits. */
export type Data = Readonly<Record<string, unknown>>;

/** The field where a select is searched, once its script has come alive. */
export const searchOf = (item: Locator, name: string): Locator =>
  item.getByRole("combobox", { name }).and(item.page().locator("input"));

/** Chooses in a select that is searched these options and no others, by their whole names. */
export async function search(item: Locator, name: string, script: boolean, ...options: string[]) {
  if (!script) {
    await item.locator("select").and(item.getByLabel(name)).selectOption(options);
    return;
  }
  const field = searchOf(item, name);
  const chosen = field.locator("xpath=ancestor::tf-select-search").locator(".item .tf-remove");
  while ((await chosen.count()) > 0) await chosen.first().click();
  for (const option of options) {
    await field.fill(option);
    await field.press("Enter");
  }
  await field.press("Escape");
}
