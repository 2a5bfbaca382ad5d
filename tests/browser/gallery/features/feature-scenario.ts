import type { Page } from "playwright-core";

/** How a person uses a page of the gallery that shows what forms do. */
export interface FeatureScenario {
  /** Name of the feature, which is the last part of the page's address. */
  readonly page: string;
  /**
   * Uses the page, which is open, by label and role, and expects what it does. The page is held to WCAG 2.2 AA before and after.
   *
   * @param hasScript Whether the browser runs JavaScript: it does once, and once it doesn't
   */
  readonly run: (page: Page, hasScript: boolean) => Promise<void>;
}
