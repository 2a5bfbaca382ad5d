import type { Page } from "playwright-core";

/**
 * How a person fills in a page of the gallery. Each step starts on the blank form, and leaves sending it to the test; it works
 * with and without JavaScript alike, except `keyboard`, which runs with JavaScript only.
 */
export interface Scenario {
  /** Name of the example, which is the last part of the page's address. */
  readonly page: string;
  /** Fills in what the server refuses; what the browser itself would refuse is sent all the same. */
  readonly wrong?: (page: Page) => Promise<void>;
  /** Messages that stand on the page after that, each at least once; needs `wrong`. */
  readonly errors?: readonly string[];
  /** Fills in what is valid, by label and role. The browser checks it too. */
  readonly right: (page: Page) => Promise<void>;
  /**
   * What comes out of that, as the page shows it in JSON: a date is `{ Date: "2026-11-24T00:00:00.000Z" }`, and likewise
   * `{ Decimal: "1.50" }`, `{ Set: [] }`, `{ Map: [[key, value]] }`, `{ bigint: "1" }` and `{ File: { name, size, type } }`.
   */
  readonly data: unknown;
  /**
   * Fills in the same by `page.keyboard` alone, from the top of the page: `Tab`, `Space`, arrows, letters. Windows of the
   * browser's own, to choose a file or a colour, are stood in for.
   */
  readonly keyboard: (page: Page) => Promise<void>;
}
