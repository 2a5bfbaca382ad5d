import { textFor } from "../texts.ts";

/** A slider that shows its number. */
class RangeElement extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("input", this);
    this.handleEvent();
  }

  /** Shows the number, which the browser's slider does not show. */
  handleEvent(): void {
    const input = this.querySelector<HTMLInputElement>("input[type=range]");
    if (!input) return;
    this.#output().value = input.valueAsNumber.toLocaleString(textFor(this, "language") || "en", {
      maximumFractionDigits: 20,
    });
  }

  /** Returns the element for the number. It is not live: screen readers read the number from the slider itself. */
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
