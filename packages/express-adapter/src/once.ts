import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { StoredFile } from "./stored-file.ts";
import type { SubmitStore } from "./submit-store.ts";

/** Time between two looks if another process has saved a submit, in milliseconds. */
const ASK_AGAIN = 100;

/**
 * Sees to it that one submit is saved once: a second press of the same button on the same page, with the same content, gets
 * the first one's answer, also while that is still being made. Another content waits for the one before, and is saved.
 */
export class Once {
  readonly #store: SubmitStore;
  /** The last submit of each page that this process is saving. */
  readonly #running = new Map<string, { readonly content: string; readonly answer: Promise<string> }>();

  constructor(store: SubmitStore) {
    this.#store = store;
  }

  /**
   * Saves a submit, unless it is the last one that was saved of its page.
   *
   * @param page A digest of the person, the form, its address and the page
   * @param content A digest of what was typed
   * @param save Saves the submit. If it rejects, the submit may be tried again
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
      // The submit is saved, even if the store fails to keep its answer.
      await this.#store.finish(page, claim, answer).catch(warn);
      return answer;
    } catch (error) {
      await this.#store.release(page, claim).catch(warn);
      throw error;
    }
  }
}

/** Warns of an error that no request can be told of. */
function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error));
}

/** Returns a digest of 43 letters of any data, such as what was typed into a form. Files count by name, size and content. */
export function digest(data: unknown): string {
  return createHash("sha256").update(JSON.stringify(data, inJson)).digest("base64url");
}

function inJson(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return { bigint: String(value) };
  if (value instanceof Map || value instanceof Set) return [...value];
  if (!(value instanceof File)) return value;
  const content = value instanceof StoredFile ? (value.digest ?? value.id) : value.lastModified;
  return { file: [value.name, value.size, content] };
}
