/**
 * Remembers the last submit of each page that was saved, so that a second press of its button is not saved again.
 *
 * `memorySubmits()` serves one process. Several processes need a store that they share, such as a table with `page` as its
 * primary key. A page and a content are digests of 43 letters.
 */
export interface SubmitStore {
  /**
   * Claims a page for a submit, so that nobody else saves a submit of it meanwhile. Of several claims at once, one succeeds.
   *
   * @param page Names the person, the form, its address and the page
   * @param content Names what was typed, and the button
   * @returns the claim, which takes the place of another content; the answer, where this very content was the last one saved; or that
   *   another claim is held, in which case the caller asks again
   */
  claim(page: string, content: string): Promise<SubmitClaim>;
  /** Keeps the answer of a claim, and ends it. One that has expired is left alone. */
  finish(page: string, claim: string, answer: string): Promise<void>;
  /** Ends a claim whose save has failed: whatever the page sends next is saved. */
  release(page: string, claim: string): Promise<void>;
}

/** What becomes of a claim. */
export type SubmitClaim =
  | { readonly kind: "claimed"; readonly claim: string }
  | { readonly kind: "saved"; readonly answer: string }
  | { readonly kind: "busy" };
