import { MaskInput } from "maska";

/** A text input that writes the fixed characters of its mask. */
class MaskedInputElement extends HTMLElement {
  #mask: MaskInput | undefined;

  connectedCallback(): void {
    const input = this.querySelector("input");
    this.#mask?.destroy();
    this.#mask = input ? new MaskInput(input, { mask: this.dataset["tfMask"] ?? null }) : undefined;
  }

  disconnectedCallback(): void {
    this.#mask?.destroy();
    this.#mask = undefined;
  }
}

if (!customElements.get("tf-masked-input")) customElements.define("tf-masked-input", MaskedInputElement);
