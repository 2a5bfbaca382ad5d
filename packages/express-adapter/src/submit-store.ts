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
   * @returns `claimed`, which forgets another content that was saved; `saved` with its answer, if this content was the last one saved;
   *   or `busy`, if somebody else holds a claim: the caller then asks again
   */
  claim(page: string, content: string): Promise<SubmitClaim>;
  /** Keeps the answer of a claim, and ends it. One that has expired is left alone. */
  finish(page: string, claim: string, answer: string): Promise<void>;
  /** Ends a claim whose save has failed: the next submit of the page is saved. */
  release(page: string, claim: string): Promise<void>;
}

/** The outcome of {@link SubmitStore.claim}. */
export type SubmitClaim =
  | { readonly kind: "claimed"; readonly claim: string }
  | { readonly kind: "saved"; readonly answer: string }
  | { readonly kind: "busy" };
