import type { Page } from "playwright-core";

/**
 * A person's input on a page of the gallery. Each step starts on the blank form and doesn't send it; the test does. Steps work with
 * and without JavaScript, except `keyboard`, which runs only with JavaScript.
 */
export interface Scenario {
  /** Name of the example, the last part of the page's address. */
  readonly page: string;
  /** Fills in values that the server refuses. The browser's validation is turned off. */
  readonly wrong?: (page: Page) => Promise<void>;
  /** Messages on the page after `wrong`, each at least once. */
  readonly errors?: readonly string[];
  /** Fills in valid values, by label and role. The browser validates them too. */
  readonly right: (page: Page) => Promise<void>;
  /**
   * Data after `right`, as the page shows it in JSON: a date is `{ Date: "2026-11-24T00:00:00.000Z" }`. There are also `{ Decimal:
   * "1.50" }`, `{ Set: [] }`, `{ Map: [[key, value]] }`, `{ bigint: "1" }` and `{ File: { name, size, type } }`.
   */
  readonly data: unknown;
  /**
   * Fills in the same with `page.keyboard` only, from the top of the page: `Tab`, `Space`, arrows and letters. The test replaces
   * the browser's windows for choosing a file or colour.
   */
  readonly keyboard: (page: Page) => Promise<void>;
}
