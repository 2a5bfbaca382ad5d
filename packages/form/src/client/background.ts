import { attributeOf } from "./form.ts";
import { send } from "./send.ts";

/** Shortest time between two requests for one form, in milliseconds. */
const PAUSE = 200;

/** The outcome of a request in the background. */
export type Answer =
  /** The form in the answered page. It is not in the document. */
  | { readonly kind: "answered"; readonly form: HTMLFormElement }
  /** The form has changed since, and a newer request replaces this one. Do nothing. */
  | { readonly kind: "outdated" }
  /** The server did not answer, or not with the form: it is out of reach, or the person must sign in again. */
  | { readonly kind: "failed" };

/**
 * Posts forms in the background, for one purpose. There is at most one request for each form: a newer one stops the older, so answers can't
 * come in the wrong order. Requests for a form are at least 200 milliseconds apart.
 *
 * Chosen files are not sent: a control for files is posted as if no file were chosen. The server keeps the files that it has.
 */
export class BackgroundPosts {
  readonly #running = new WeakMap<HTMLFormElement, AbortController>();
  readonly #times = new WeakMap<HTMLFormElement, number>();

  /**
   * Posts the current controls of a form.
   *
   * @param name Name and value of one more control at the end, for the purpose: `__edit__` and `refresh`
   */
  async post(form: HTMLFormElement, name: string, value: string): Promise<Answer> {
    this.stop(form);
    const controller = new AbortController();
    const { signal } = controller;
    this.#running.set(form, controller);
    try {
      await this.#turn(form);
      if (signal.aborted) return { kind: "outdated" };
      // The controls are read as late as possible, so that the answer is about their last state.
      const data = withoutFiles(new FormData(form));
      data.append(name, value);
      const answer = await formIn(await send(form, data, signal), attributeOf(form, "id"));
      if (signal.aborted || !form.isConnected) return { kind: "outdated" };
      return answer ? { kind: "answered", form: answer } : { kind: "failed" };
    } catch {
      return { kind: signal.aborted || !form.isConnected ? "outdated" : "failed" };
    } finally {
      if (this.#running.get(form) === controller) this.#running.delete(form);
    }
  }

  /** Returns true if a request for a form waits for its answer. */
  isRunning(form: HTMLFormElement): boolean {
    return this.#running.has(form);
  }

  /** Stops the request for a form, if there is one. Its outcome is `outdated`. */
  stop(form: HTMLFormElement): void {
    this.#running.get(form)?.abort();
    this.#running.delete(form);
  }

  /** Waits until the next request for a form may start. */
  async #turn(form: HTMLFormElement): Promise<void> {
    const now = Date.now();
    const start = Math.max(now, (this.#times.get(form) ?? 0) + PAUSE);
    if (start > now) await new Promise((resolve) => setTimeout(resolve, start - now));
    this.#times.set(form, Date.now());
  }
}

/** Returns the form in an answer. Pages of other addresses, and those about malformed posts, have none. */
async function formIn(response: Response, id: string): Promise<HTMLFormElement | undefined> {
  const isPage = (response.ok && !response.redirected) || response.status === 422;
  if (!isPage || response.headers.has("X-Turnform-Location")) return undefined;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const form = page.getElementById(id);
  return form instanceof HTMLFormElement ? form : undefined;
}

/** Replaces each file by the empty one that a browser posts if no file is chosen. */
function withoutFiles(data: FormData): FormData {
  const made = new FormData();
  for (const [name, value] of data) made.append(name, typeof value === "string" ? value : new File([], ""));
  return made;
}
