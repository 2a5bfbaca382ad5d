/**
 * Remembers the last saved submit of each page, so that a second press of its button is not saved again.
 *
 * `memorySubmits()` serves one process. Several processes need a shared store, such as a table with `page` as its primary
 * key. `page` and `content` are digests of 43 letters.
 */
export interface SubmitStore {
  /**
   * Claims a page for a submit, so that nobody else saves a submit of the page meanwhile. If several claims come at once,
   * one succeeds.
   *
   * @param page A digest of the person, the form, its address and the page
   * @param content A digest of the typed values and the button
   * @returns `claimed`, after forgetting the page's saved content; `saved` with the answer, if this content was saved last;
   *   or `busy`, if somebody else holds a claim: the caller then asks again
   */
  claim(page: string, content: string): Promise<SubmitClaim>;
  /** Ends a claim, and keeps its answer. Ignores an expired claim. */
  finish(page: string, claim: string, answer: string): Promise<void>;
  /** Ends a claim after a failed save, so that the next submit of the page is saved. */
  release(page: string, claim: string): Promise<void>;
}

/** The outcome of {@link SubmitStore.claim}. */
export type SubmitClaim =
  | { readonly kind: "claimed"; readonly claim: string }
  | { readonly kind: "saved"; readonly answer: string }
  | { readonly kind: "busy" };
