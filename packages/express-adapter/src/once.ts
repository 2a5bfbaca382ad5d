import { createHash } from "node:crypto";
import type { Control } from "@turnform/schema";
import { StoredFile } from "./stored-file.ts";

/** How long, and for how many submits, a second press is known. */
const KEPT_MS = 10 * 60 * 1000;
const MOST_KEPT = 10_000;

/**
 * Sees to it that one submit is saved once: a second press of the same button on the same page, with the same content,
 * gets what the first one got, also while that is still being made.
 *
 * Each page carries a random control `__once__`. What was sent is remembered for 10 minutes, for the last 10,000 submits
 * of this process; where several processes serve one form, send a person to one of them, or make saving idempotent.
 */
export class Once<T> {
  readonly #results = new Map<string, { readonly result: Promise<T>; readonly until: number }>();

  /**
   * Does something, unless the same controls have come before.
   *
   * @param act Fails as it likes: what failed may be tried again
   */
  run(controls: readonly Control[], act: () => Promise<T>): Promise<T> {
    const key = keyOf(controls);
    if (key === undefined) return act();
    const now = Date.now();
    const known = this.#results.get(key);
    if (known && known.until > now) return known.result;
    const result = act();
    this.#forgetOld(now);
    this.#results.set(key, { result, until: now + KEPT_MS });
    result.catch(() => this.#results.delete(key));
    return result;
  }

  /** A map keeps its entries in the order they came, so the oldest are in front. */
  #forgetOld(now: number): void {
    for (const [key, { until }] of this.#results) {
      if (until > now && this.#results.size < MOST_KEPT) break;
      this.#results.delete(key);
    }
  }
}

/** A digest of a page's submit; undefined where the page carries no `__once__`, and so nothing tells two submits apart. */
function keyOf(controls: readonly Control[]): string | undefined {
  if (!controls.some(([name, value]) => name === "__once__" && value !== "")) return undefined;
  const hash = createHash("sha256");
  for (const [name, value] of controls) {
    const text = typeof value === "string" ? value : fingerprint(value);
    // The lengths keep ["ab", "c"] and ["a", "bc"] apart.
    hash.update(`${name.length} ${text.length} ${name}${text}`);
  }
  return hash.digest("base64");
}

/** What two posts of one file share, though each of them stores it anew. */
function fingerprint(file: File): string {
  const content = file instanceof StoredFile ? (file.digest ?? file.id) : file.lastModified;
  return `${file.name} ${file.size} ${content}`;
}
