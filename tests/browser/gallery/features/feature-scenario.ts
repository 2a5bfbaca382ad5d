import type { Page } from "playwright-core";

/** A person's way through a page of the gallery that shows a feature. */
export interface FeatureScenario {
  /** Name of the feature, the last part of the page's address. */
  readonly page: string;
  /**
   * Uses the open page by label and role, and checks its behaviour. The page must meet WCAG 2.2 AA before and after.
   *
   * @param hasScript True if the browser runs JavaScript. Every scenario runs with and without it
   */
  readonly run: (page: Page, hasScript: boolean) => Promise<void>;
}
