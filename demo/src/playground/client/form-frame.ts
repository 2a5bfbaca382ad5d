import { withTypedNames } from "./compile.ts";
import type { FrameMessage, Mistake, Result, Run, Settings } from "./messages.ts";

interface Listeners {
  /** `isNewest` is false if newer code runs, or has failed. */
  readonly onResult: (result: Result, isNewest: boolean) => void;
  readonly onMistake: (mistake: Mistake) => void;
}

/**
 * Runs code in frames, each in a new one. The old frame stays in sight until the new one has a form.
 *
 * Frames are sandboxed without an origin of their own: they reach neither this page nor the network.
 */
export class FormFrame {
  readonly #place: HTMLElement;
  readonly #listeners: Listeners;
  readonly #runs = new WeakMap<HTMLIFrameElement, Run>();
  #shown: HTMLIFrameElement | undefined;
  #next: HTMLIFrameElement | undefined;
  /** The newest texts of the shown form. */
  #texts: Run["texts"];

  constructor(place: HTMLElement, listeners: Listeners) {
    this.#place = place;
    this.#listeners = listeners;
    addEventListener("message", ({ source, data }) => this.#receive(source, data));
  }

  /**
   * Runs code. If the shown form has the same code, the new one gets its texts.
   *
   * @param width Its width in CSS pixels, or `full`
   */
  run(script: string, settings: Settings, width: string): void {
    this.#next?.remove();
    const isSame = this.#shown && this.#runs.get(this.#shown)?.script === script;
    const frame = document.createElement("iframe");
    frame.title = "The form";
    frame.setAttribute("sandbox", "allow-scripts");
    frame.className = "play-frame";
    frame.style.inlineSize = width === "full" ? "100%" : `${width}px`;
    frame.dataset["state"] = "loading";
    frame.src = "/playground/frame";
    this.#next = frame;
    this.#runs.set(frame, { script, settings, texts: isSame ? this.#texts : undefined });
    this.#place.append(frame);
  }

  /** Gives the next form its own data, even if it has the same code. */
  forget(): void {
    this.#texts = undefined;
  }

  #receive(source: MessageEventSource | null, message: FrameMessage): void {
    const frame = [this.#next, this.#shown].find((each) => each && each.contentWindow === source);
    if (!frame) return;
    if (message.kind === "ready") {
      // The frame's origin is opaque, so no other target can be named. Only this frame gets the message.
      frame.contentWindow?.postMessage(this.#runs.get(frame), "*");
      return;
    }
    if (message.kind === "mistake") {
      const script = this.#runs.get(frame)?.script ?? "";
      this.#listeners.onMistake({ ...message, message: withTypedNames(message.message, script) });
      return;
    }
    if (frame === this.#next) {
      this.#shown?.remove();
      this.#shown = frame;
      this.#next = undefined;
      frame.dataset["state"] = "shown";
    }
    this.#texts = message.controls.flatMap(([name, posted]) =>
      typeof posted === "string" ? [[name, posted] as const] : [],
    );
    this.#listeners.onResult(message, this.#next === undefined);
  }
}
