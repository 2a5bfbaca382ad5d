import { textFor } from "../texts.ts";

/** A slider that shows its number beside it, as a person moves it. */
class RangeElement extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("input", this);
    this.handleEvent();
  }

  /** Shows the number; a slider alone has none to be seen. */
  handleEvent(): void {
    const input = this.querySelector<HTMLInputElement>("input[type=range]");
    if (!input) return;
    this.#output().value = input.valueAsNumber.toLocaleString(textFor(this, "language") || "en", {
      maximumFractionDigits: 20,
    });
  }

  /** What shows it: screen readers hear it from the slider itself. */
  #output(): HTMLOutputElement {
    const there = this.querySelector("output");
    if (there) return there;
    const output = document.createElement("output");
    output.className = "tf-range-value";
    output.dataset["tfAdded"] = "";
    output.setAttribute("aria-live", "off");
    this.append(output);
    return output;
  }
}

if (!customElements.get("tf-range")) customElements.define("tf-range", RangeElement);
