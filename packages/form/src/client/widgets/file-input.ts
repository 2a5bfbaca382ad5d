/** The longer side of a small image, in CSS pixels. */
const SIZE = 64;

/**
 * Lists the files that were just chosen, images among them shown small.
 *
 * They are drawn, not linked to: a strict content security policy lets no image come from the page itself.
 */
class FileInput extends HTMLElement {
  #list: HTMLUListElement | undefined;

  connectedCallback(): void {
    // A duplicate comes with its files
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
    // One that is no image the browser names by itself
    if (files.length === 0 || (files.length === 1 && !files[0]?.type.startsWith("image/"))) return;
    const list = document.createElement("ul");
    list.className = "tf-chosen";
    list.dataset.tfAdded = "";
    list.append(...files.map(itemFor));
    this.append(list);
    this.#list = list;
  };

  /** A form is reset after it was told so. */
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
    // What says it is an image and isn't, and a drawing without a size, has its name alone
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
