import Combobox from "@github/combobox-nav";
import { textFor } from "../texts.ts";

/** Milliseconds between the last key and the request. */
const PAUSE = 200;

/** A text and its label. */
interface Suggestion {
  readonly value: string;
  readonly label: string;
}

/** A text input with suggestions from its `<datalist>`, or from the server at `data-tf-url`. */
class Autocomplete extends HTMLElement {
  #input: HTMLInputElement | undefined;
  #list: HTMLElement | undefined;
  #status: HTMLElement | undefined;
  #keys: Combobox | undefined;
  #asked: AbortController | undefined;

  connectedCallback(): void {
    const input = this.querySelector("input");
    // The element was only moved
    if (!input || this.#input) return;
    this.#input = input;
    // The browser's own list would cover this one
    input.removeAttribute("list");
    this.#list = added("div", { id: `${input.id}-suggestions`, class: "tf-suggestions", role: "listbox" });
    this.#list.setAttribute("aria-labelledby", `${input.id}:label`);
    this.#list.hidden = true;
    this.#status = added("p", { class: "tf-live", role: "status" });
    this.append(this.#list, this.#status);
    this.#keys = new Combobox(input, this.#list, { tabInsertsSuggestions: false });
    input.addEventListener("input", () => this.#suggest());
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("blur", () => this.#hide());
    // Keeps the focus in the input
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.#list.addEventListener("combobox-commit", ({ target }) => this.#take(target));
  }

  #key(event: KeyboardEvent): void {
    const isOpen = this.#list?.hidden === false;
    if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      this.#hide();
    } else if (event.key === "ArrowDown" && !isOpen) this.#suggest();
  }

  #suggest(): void {
    const { tfUrl: url, tfMinLetters = "1" } = this.dataset;
    const term = this.#input?.value.trim() ?? "";
    this.#asked?.abort();
    if (term.length < Number(tfMinLetters)) return this.#hide();
    if (url === undefined) return this.#show(this.#listed(term));
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    ask(url, term, signal).then(
      (suggestions) => this.#show(suggestions),
      // Without a response it works as a plain text input
      () => signal.aborted || this.#hide(),
    );
  }

  #listed(term: string): Suggestion[] {
    const sought = plain(term);
    return [...this.querySelectorAll<HTMLOptionElement>("datalist option")]
      .map(({ value }) => ({ value, label: value }))
      .filter(({ label }) => plain(label).includes(sought));
  }

  #show(all: readonly Suggestion[]): void {
    const list = this.#list;
    if (!list || document.activeElement !== this.#input) return;
    const suggestions = all.slice(0, Number(this.dataset.tfMaxSuggestions ?? 8));
    if (suggestions.length === 0) return this.#hide();
    list.replaceChildren(
      ...suggestions.map(({ value, label }, index) => {
        const option = added("div", { id: `${list.id}-${index}`, role: "option", "data-value": value });
        option.textContent = label;
        return option;
      }),
    );
    this.#keys?.stop();
    list.hidden = false;
    this.#keys?.start();
    this.#say(textFor(this, "suggestions", { count: suggestions.length }));
  }

  #hide(): void {
    this.#asked?.abort();
    if (!this.#list || this.#list.hidden) return;
    this.#keys?.stop();
    this.#list.hidden = true;
    this.#say("");
  }

  #take(option: EventTarget | null): void {
    if (!this.#input || !(option instanceof HTMLElement)) return;
    this.#input.value = option.dataset.value ?? "";
    for (const type of ["input", "change"]) this.#input.dispatchEvent(new Event(type, { bubbles: true }));
    this.#hide();
  }

  #say(text: string): void {
    if (this.#status) this.#status.textContent = text;
  }
}

/** Requests suggestions from the server: a list of texts, or of values with labels. */
async function ask(url: string, term: string, signal: AbortSignal): Promise<Suggestion[]> {
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  signal.throwIfAborted();
  const address = new URL(url, document.baseURI);
  address.searchParams.set("term", term);
  const response = await fetch(address, { signal, headers: { accept: "application/json" } });
  const answer: unknown = response.ok ? await response.json() : [];
  return Array.isArray(answer) ? answer.flatMap(suggestionOf) : [];
}

function suggestionOf(given: unknown): Suggestion[] {
  if (typeof given === "string") return [{ value: given, label: given }];
  if (typeof given !== "object" || given === null || !("value" in given)) return [];
  const value = String(given.value);
  return [{ value, label: "label" in given ? String(given.label) : value }];
}

/** Returns a text without capitals and accents. */
function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** Creates an element marked as added, so that a duplicate is made without it. */
function added(name: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const element = document.createElement(name);
  element.dataset.tfAdded = "";
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}

customElements.define("tf-autocomplete", Autocomplete);
