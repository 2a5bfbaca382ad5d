/** HTML that is safe to write into a page as it is. */
export class SafeHtml {
  readonly #html: string;

  constructor(html: string) {
    this.#html = html;
  }

  /** @returns the HTML */
  toString(): string {
    return this.#html;
  }

  /** @returns the HTML, by the name that makes Handlebars write it without escaping */
  toHTML(): string {
    return this.#html;
  }
}
