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
  constructor(library: string, { script, settings }: Run, listeners: Listeners) {
    this.#listeners = listeners;
    // All of this is on the first line, so that lines of errors are lines of the code.
    const head = `importScripts(${JSON.stringify(library)});runTyped(${JSON.stringify(settings)},(require,exports)=>{`;
    const address = URL.createObjectURL(new Blob([head, script, "\n})"], { type: "text/javascript" }));
    this.#worker = new Worker(address);
    this.#worker.addEventListener("message", ({ data }) => this.#receive(data));
    this.#worker.addEventListener("error", ({ message = "", lineno }) => {
      clearTimeout(this.#limit);
      listeners.onMistake({ kind: "mistake", message: message.replace(/^Uncaught /, ""), line: lineno });
    });
  }

  post(post: Post): void {
    this.#worker.postMessage(post);
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
