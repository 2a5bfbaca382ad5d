import type { Locator } from "playwright-core";
import type { z } from "zod";

/** Widgets that are tested together, in the items of lists of lists. */
export interface Family {
  readonly name: string;
  readonly fields: z.core.$ZodLooseShape;
  /** Two sets of data as they are saved. They differ in every field. */
  readonly data: readonly [Data, Data];
  /**
   * Fills in the fields of an item as a person would, whatever values they had.
   *
   * @param item Item with the fields
   * @param which Index in `data` of the expected result
   * @param script True if the page has its script
   */
  readonly fill: (item: Locator, which: 0 | 1, script: boolean) => Promise<void>;
}

/** Saved data of an item, with a file as its name and text, and a decimal as its digits. */
export type Data = Readonly<Record<string, unknown>>;

/** Returns the search field of a select whose script has started. */
export const searchOf = (item: Locator, name: string): Locator =>
  item.getByRole("combobox", { name }).and(item.page().locator("input"));

/** Selects exactly these options in a searchable select, by their full names. */
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
