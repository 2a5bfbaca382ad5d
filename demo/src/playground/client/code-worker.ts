import type { Answer, Drawn, Mistake, Post, Run, WorkerMessage } from "./messages.ts";

/** Milliseconds that typed code may take to make a form or to answer a post. */
const MAX_RUN_MS = 5000;

interface Listeners {
  readonly onDrawn: (drawn: Drawn) => void;
  readonly onAnswer: (answer: Answer) => void;
  readonly onMistake: (mistake: Mistake) => void;
}

/** Runs typed code in a worker, and ends the worker if the code does not end. */
export class CodeWorker {
  readonly #worker: Worker;
  readonly #listeners: Listeners;
  #limit: ReturnType<typeof setTimeout> | undefined;

  /** @param library Address of the worker's script */
  constructor(library: string, { script, ...given }: Run, listeners: Listeners) {
    this.#listeners = listeners;
    // The code begins on the first line too, so that errors have its line numbers.
    const head = `importScripts(${JSON.stringify(library)});runTyped(${JSON.stringify(given)},(require,exports)=>{`;
    const address = URL.createObjectURL(new Blob([head, script, "\n})"], { type: "text/javascript" }));
    this.#worker = new Worker(address);
    this.#worker.addEventListener("message", ({ data }) => this.#receive(data));
    this.#worker.addEventListener("error", (event) => {
      clearTimeout(this.#limit);
      const found = { message: "The worker for the code can't start.", line: undefined };
      const { message, line } =
        event instanceof ErrorEvent ? { message: event.message, line: event.lineno } : found;
      listeners.onMistake({ kind: "mistake", message: message.replace(/^Uncaught /, ""), line });
    });
  }

  post(post: Post): void {
    // A worker has no origin to name. The second argument lists objects to transfer.
    this.#worker.postMessage(post, []);
    this.#watch();
  }

  #receive(message: WorkerMessage): void {
    if (message.kind === "starting") return this.#watch();
    clearTimeout(this.#limit);
    if (message.kind === "drawn") this.#listeners.onDrawn(message);
    else if (message.kind === "answer") this.#listeners.onAnswer(message);
    else this.#listeners.onMistake(message);
  }

  #watch(): void {
    clearTimeout(this.#limit);
    this.#limit = setTimeout(() => {
      this.#worker.terminate();
      this.#listeners.onMistake({
        kind: "mistake",
        message: `The code was stopped after ${MAX_RUN_MS / 1000} seconds. Does a loop never end?`,
      });
    }, MAX_RUN_MS);
  }
}
