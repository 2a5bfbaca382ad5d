import TomSelect from "tom-select/base";
import { textFor } from "../texts.ts";

/**
 * A select with search by typing. It covers the browser's select, which keeps the chosen values. If the element also has a text
 * input, a person may add further words.
 */
class SelectSearch extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector("select");
    // The element was only moved
    if (!select || this.querySelector("[data-tf-added]")) return;
    const hadFocus = document.activeElement === select;
    // A duplicate still has the classes and attributes of the original's script
    select.classList.remove("tomselected", "ts-hidden-accessible");
    select.removeAttribute("tabindex");
    for (const label of this.parentElement?.querySelectorAll("label") ?? [])
      if (label.id === `${select.id}:label`) label.htmlFor = select.id;
    const search = enhance(select, this.#another());
    const { wrapper, control_input: input } = search;
    wrapper.dataset.tfAdded = "";
    wrapper.classList.remove("tf-select");
    for (const name of ["aria-describedby", "aria-invalid"]) {
      const value = select.getAttribute(name);
      if (value !== null) input.setAttribute(name, value);
    }
    if (select.required) input.setAttribute("aria-required", "true");
    select.setAttribute("aria-hidden", "true");
    // Links and browsers focus the select itself
    select.addEventListener("focus", () => input.focus());
    let wasOpen = false;
    wrapper.addEventListener(
      "click",
      (event) => {
        wasOpen = search.isOpen;
        removeBy(event, search);
      },
      { capture: true },
    );
    // Opens after the focus has moved
    search.control.addEventListener("click", () => wasOpen || setTimeout(() => search.open()));
    if (hadFocus) input.focus();
  }

  /** Hides the input for a further word, and turns its text into a choice. */
  #another(): HTMLInputElement | undefined {
    const another = this.querySelector<HTMLInputElement>(":scope > input");
    if (!another) return undefined;
    const word = another.value.trim();
    const select = this.querySelector("select");
    if (word !== "" && select) select.add(new Option(word, word, true, true));
    another.value = "";
    another.hidden = true;
    return another;
  }
}

function enhance(select: HTMLSelectElement, another: HTMLInputElement | undefined): TomSelect {
  const empty = select.querySelector<HTMLOptionElement>("option[value='']");
  const clearable = select.multiple || (empty !== null && !select.required);
  return new TomSelect(select, {
    create: another !== undefined,
    // A typed word is also added when the focus leaves
    createOnBlur: another !== undefined,
    persist: false,
    maxOptions: null,
    placeholder: another?.placeholder || (empty?.label ?? ""),
    hidePlaceholder: true,
    clearAfterSelect: true,
    refreshThrottle: 0,
    // Only typing, a click or the down key opens the list
    openOnFocus: false,
    render: {
      item: ({ text }: Choice) => itemOf(text, clearable && textFor(select, "removeWord", { word: text })),
      option_create: ({ input }: { input: string }) =>
        textOf("div", textFor(select, "addWord", { word: input }), "create"),
      no_results: () => textOf("div", textFor(select, "nothingFound"), "no-results"),
    },
  });
}

/** tom-select's data of an option. */
interface Choice {
  readonly text: string;
}

/** Creates a chosen item, with a button to remove it. */
function itemOf(text: string, removeText: string | false): HTMLElement {
  const item = textOf("div", text);
  if (removeText === false) return item;
  const remove = textOf("button", "", "tf-remove");
  remove.setAttribute("type", "button");
  remove.setAttribute("aria-label", removeText);
  // Keyboard users press Backspace instead
  remove.tabIndex = -1;
  item.append(remove);
  return item;
}

function textOf(name: string, text: string, className = ""): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

function removeBy(event: Event, search: TomSelect): void {
  if (!(event.target instanceof Element)) return;
  const value = event.target.closest(".tf-remove")?.parentElement?.dataset.value;
  if (value === undefined || search.isDisabled) return;
  event.stopPropagation();
  search.removeItem(value);
  search.control_input.focus();
}

customElements.define("tf-select-search", SelectSearch);
