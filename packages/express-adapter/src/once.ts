import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { SavedFile } from "@turnform/form";
import { StoredFile } from "./stored-file.ts";
import type { SubmitStore } from "./submit-store.ts";

/** Milliseconds between two checks if another process has saved a submit. */
const ASK_AGAIN = 100;

/**
 * Saves each submit once. A second press of the same button on the same page, with the same content, gets the first
 * press's answer, even while it is still being saved. Another content waits for the one before, and is saved then.
 */
export class Once {
  readonly #store: SubmitStore;
  /** The last submit of each page that this process is saving. */
  readonly #running = new Map<string, { readonly content: string; readonly answer: Promise<string> }>();

  constructor(store: SubmitStore) {
    this.#store = store;
  }

  /**
   * Saves a submit, unless it equals the last saved submit of its page.
   *
   * @param page A digest of the person, the form, its address and the page
   * @param content A digest of the typed values and the button
   * @param save Saves the submit. If it rejects, the next press tries again
   */
  run(page: string, content: string, save: () => Promise<string>): Promise<string> {
    const before = this.#running.get(page);
    if (before?.content === content) return before.answer;
    const answer = this.#saveAfter(before?.answer, page, content, save);
    const running = { content, answer };
    this.#running.set(page, running);
    const forget = (): void => {
      if (this.#running.get(page) === running) this.#running.delete(page);
    };
    answer.then(forget, forget);
    return answer;
  }

  async #saveAfter(
    before: Promise<string> | undefined,
    page: string,
    content: string,
    save: () => Promise<string>,
  ): Promise<string> {
    await before?.catch(() => {});
    let claimed = await this.#store.claim(page, content);
    while (claimed.kind === "busy") {
      await wait(ASK_AGAIN);
      claimed = await this.#store.claim(page, content);
    }
    if (claimed.kind === "saved") return claimed.answer;
    const { claim } = claimed;
    try {
      const answer = await save();
      // The submit is saved, even if the store fails to keep its answer
      await this.#store.finish(page, claim, answer).catch(warn);
      return answer;
    } catch (error) {
      await this.#store.release(page, claim).catch(warn);
      throw error;
    }
  }
}

/** Emits an error as a warning: it belongs to no request. */
function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}

/** Returns a digest (43 letters) of any data, such as a form's values. Files count by name, size and content. */
export function digest(data: unknown): string {
  return createHash("sha256").update(JSON.stringify(data, inJson)).digest("base64url");
}

function inJson(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return { bigint: String(value) };
  if (value instanceof Map || value instanceof Set) return [...value];
  if (!(value instanceof File)) return value;
  return { file: [value.name, value.size, contentOf(value)] };
}

/** Returns a text or number that tells the contents of two files with equal names and sizes apart. */
function contentOf(file: File): string | number {
  if (file instanceof StoredFile) return file.digest ?? file.id;
  return file instanceof SavedFile ? file.id : file.lastModified;
}
