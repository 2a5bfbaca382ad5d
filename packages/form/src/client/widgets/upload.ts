/**
 * Uploads large files with a progress bar and a Cancel button, before their form is sent. The upload is an edit that changes nothing, so
 * the server keeps the files and saves nothing. Then the browser, or another script, sends the form with the ids of the files, and shows
 * the answer as always. Smaller files go with their form.
 */
import { announce } from "../announce.ts";
import { attributeOf, find, firstInForm, isMatch } from "../form.ts";
import { textFor } from "../texts.ts";
import { type Chosen, chosenIn, showKept } from "../upload/chosen-files.ts";

/** Fewest bytes of a form's files that show their progress. */
const LARGE = 256 * 1024;
/** Percent between two announcements. */
const STEP = 25;

/** Forms that this script no longer holds up: their files are on the server, or their upload has failed. */
const passed = new WeakSet<HTMLFormElement>();
const running = new WeakSet<HTMLFormElement>();

document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    if (running.has(form)) return stop(event);
    if (passed.delete(form) || !isMatch(form, "[data-tf-form][method=post]") || !navigator.cookieEnabled)
      return;
    if (event.submitter?.hasAttribute("formaction")) return;
    const chosen = chosenIn(form);
    const bytes = chosen.flatMap(({ files }) => files).reduce((sum, { size }) => sum + size, 0);
    if (bytes < LARGE) return;
    stop(event);
    upload(form, event.submitter, chosen);
  },
  // Before the scripts that send forms themselves
  true,
);

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function upload(form: HTMLFormElement, submitter: HTMLElement | null, chosen: readonly Chosen[]): void {
  const data = new FormData(form);
  data.append("__edit__", "refresh");
  const address = new URL(attributeOf(form, "action") || location.href, location.href).href;
  const request = new XMLHttpRequest();
  const { box, progress } = progressIn(form, () => request.abort());
  let announced = 0;

  request.upload.addEventListener("progress", ({ loaded, total }) => {
    const percent = Math.floor((loaded / total) * 100);
    progress.value = percent;
    if (percent < announced + STEP) return;
    announced = percent - (percent % STEP);
    announce(form, textFor(form, "uploadedPart", { percent: announced }));
  });
  request.addEventListener("load", () => {
    end();
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    if (request.status === 200 && page.getElementById(attributeOf(form, "id"))) {
      for (const each of chosen) showKept(each, page);
      send();
    } else if (request.responseURL === address.replace(/#.*/, "")) {
      // A page with the reason of the refusal, such as too large files
      document.documentElement.replaceWith(document.adoptNode(page.documentElement));
    } else location.assign(request.responseURL);
  });
  request.addEventListener("abort", () => {
    end();
    announce(form, textFor(form, "uploadCancelled"));
    submitter?.focus();
  });
  request.addEventListener("error", () => {
    end();
    // The browser itself sends the form at the next press, and shows its own error
    passed.add(form);
    const reason = document.createElement("p");
    reason.setAttribute("role", "alert");
    reason.textContent = textFor(form, "uploadFailed");
    box.replaceChildren(reason);
    place(form, box);
  });

  running.add(form);
  Element.prototype.setAttribute.call(form, "aria-busy", "true");
  for (const old of find(form, ".tf-upload")) old.remove();
  place(form, box);
  announce(form, textFor(form, "uploading"));
  request.open("POST", address);
  request.setRequestHeader("Accept", "text/html");
  request.setRequestHeader("X-Turnform", "fetch");
  request.send(data);

  function end(): void {
    running.delete(form);
    Element.prototype.removeAttribute.call(form, "aria-busy");
    box.remove();
  }

  function send(): void {
    announce(form, textFor(form, "uploaded"));
    passed.add(form);
    HTMLFormElement.prototype.requestSubmit.call(form, submitter);
    passed.delete(form);
  }
}

/** Creates a progress bar with its label, and a button to cancel. */
function progressIn(
  form: HTMLFormElement,
  cancel: () => void,
): { readonly box: HTMLElement; readonly progress: HTMLProgressElement } {
  const box = document.createElement("div");
  box.className = "tf-upload";
  box.dataset["tfAdded"] = "";
  const label = document.createElement("label");
  const progress = document.createElement("progress");
  progress.max = 100;
  progress.value = 0;
  label.append(textFor(form, "uploading"), " ", progress);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tf-button tf-button-plain";
  button.textContent = textFor(form, "cancel");
  button.addEventListener("click", cancel);
  box.append(label, button);
  return { box, progress };
}

/** Puts a box before the form's buttons. */
function place(form: HTMLFormElement, box: HTMLElement): void {
  const buttons = firstInForm(form, ".tf-buttons");
  if (buttons) buttons.before(box);
  else Element.prototype.append.call(form, box);
}
