/** Length of the longer side of a small image, in CSS pixels. */
const SIZE = 64;

/**
 * Lists the chosen files, with small images.
 *
 * Images are drawn on a canvas, because a strict content security policy forbids image addresses made by the page.
 */
class FileInput extends HTMLElement {
  #list: HTMLUListElement | undefined;

  connectedCallback(): void {
    // A duplicate already has files
    this.#show();
    this.addEventListener("change", this.#show);
    document.addEventListener("reset", this.#reset);
  }

  disconnectedCallback(): void {
    this.removeEventListener("change", this.#show);
    document.removeEventListener("reset", this.#reset);
  }

  readonly #show = (): void => {
    this.#list?.remove();
    const files = [...(this.querySelector("input")?.files ?? [])];
    this.toggleAttribute("data-tf-chosen", files.length > 0);
    // The browser's control shows the name of a single file
    if (files.length === 0 || (files.length === 1 && !files[0]?.type.startsWith("image/"))) return;
    const list = document.createElement("ul");
    list.className = "tf-chosen";
    list.dataset.tfAdded = "";
    list.append(...files.map(itemFor));
    this.append(list);
    this.#list = list;
  };

  /** The event comes before the reset. */
  readonly #reset = ({ target }: Event): void => {
    if (target === this.querySelector("input")?.form) setTimeout(this.#show);
  };
}

function itemFor(file: File): HTMLLIElement {
  const item = document.createElement("li");
  item.append(file.name);
  if (file.type.startsWith("image/")) {
    const canvas = document.createElement("canvas");
    canvas.className = "tf-thumb";
    canvas.setAttribute("aria-hidden", "true");
    item.prepend(canvas);
    // An invalid image, or a drawing without a size, is shown by name only
    draw(file, canvas).catch(() => canvas.remove());
  }
  return item;
}

async function draw(file: File, canvas: HTMLCanvasElement): Promise<void> {
  const image = await createImageBitmap(file);
  const scale = Math.min(1, (SIZE * devicePixelRatio) / Math.max(image.width, image.height));
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
}

customElements.define("tf-file-input", FileInput);
