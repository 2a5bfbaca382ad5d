/**
 * Shows the form of typed code in a sandboxed frame, and posts it to the code's worker. A frame runs one version of the code: the
 * page opens a new frame for the next one.
 */
import { CodeWorker } from "./code-worker.ts";
import { styleWithoutScript } from "./without-script.ts";
import type { Answer, Drawn, FrameMessage, Post, Run, Settings } from "./messages.ts";

/** Milliseconds from the last change of the form to the update of its data. */
const SETTLE_MS = 150;
/** Scripts that ask a server. */
const FOR_SERVERS = /^turnform-(?:post|live|refresh|unsaved)\.js$/;

const files = new URL("files/", location.href);
const stage = document.createElement("main");
document.body.append(stage);
// The frame's own origin is opaque, so that its parent has no name here.
const send = (message: FrameMessage): void => parent.postMessage(message, "*");

addEventListener(
  "message",
  ({ source, data }) => {
    if (source === parent) start(data);
  },
  { once: true },
);
send({ kind: "ready" });

function start(run: Run): void {
  const { settings } = run;
  document.documentElement.style.colorScheme = settings.colours;
  const isDark =
    settings.colours === "dark" ||
    (settings.colours !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset["bsTheme"] = isDark ? "dark" : "light";

  /** Posts without answers. The worker answers in their order. */
  const waiting: { readonly controls: Post["controls"]; readonly isPressed: boolean }[] = [];
  const worker = new CodeWorker(new URL("worker.js", files).href, run, {
    onDrawn(drawn) {
      show(drawn, settings);
      direct(settings.direction);
      post(settings.withErrors);
      listen();
    },
    onAnswer(answer) {
      const { controls = [], isPressed = false } = waiting.shift() ?? {};
      if (isPressed && answer.isShown) {
        fill(answer);
        direct(settings.direction);
      }
      if (waiting.length > 0) return;
      send({ ...answer, controls });
    },
    onMistake: send,
  });

  function post(isPressed: boolean, button?: HTMLElement): void {
    const form = stage.querySelector("form");
    if (!form) return;
    const controls = [...new FormData(form, button)];
    waiting.push({ controls, isPressed });
    worker.post({ controls });
  }

  function listen(): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => post(false), SETTLE_MS);
    };
    for (const type of ["input", "change"]) stage.addEventListener(type, later);
    // Adding, removing and moving items fires no event of a control.
    new MutationObserver(later).observe(stage, { childList: true, subtree: true });
    // The scripts of forms listen at the document, and handle their own buttons before.
    addEventListener("click", (event) => {
      const button = event.target instanceof Element && event.target.closest("button, input[type=image]");
      if (!(button instanceof HTMLButtonElement) || button.type !== "submit" || event.defaultPrevented)
        return;
      // The sandbox allows no posts.
      event.preventDefault();
      const { form } = button;
      if (!form || (!button.formNoValidate && !form.noValidate && !form.reportValidity())) return;
      clearTimeout(timer);
      post(true, button);
    });
  }
}

function show({ html, files: names }: Drawn, { withoutScript }: Settings): void {
  for (const name of names) {
    const { href } = new URL(name, files);
    if (name.endsWith(".css")) {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
      // The frame has no origin, and may read only styles that allow others.
      link.crossOrigin = "anonymous";
      if (withoutScript) link.addEventListener("load", () => link.sheet && styleWithoutScript(link.sheet));
      document.head.append(link);
    } else if (!withoutScript && !FOR_SERVERS.test(name)) {
      document.head.append(Object.assign(document.createElement("script"), { type: "module", src: href }));
    }
  }
  place(html);
}

/** Sets the direction of the page and its form. If it is empty, the page takes that of the form's language. */
function direct(direction: string): void {
  const form = stage.querySelector("form");
  if (form && direction !== "") form.dir = direction;
  document.documentElement.dir = direction === "" ? (form?.dir ?? "") : direction;
}

/** Shows the form after a post. A person who uses the frame finds the focus at the first error, or the edited item. */
function fill({ html }: Answer): void {
  const target = place(html);
  if (document.hasFocus()) target?.focus();
}

/**
 * Puts HTML into the page.
 *
 * @returns the element that asks for the focus. Browsers refuse the attribute in frames, and complain
 */
function place(html: string): HTMLElement | undefined {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const target = body.querySelector("[autofocus]");
  target?.removeAttribute("autofocus");
  stage.replaceChildren(...body.childNodes);
  return target instanceof HTMLElement ? target : undefined;
}
