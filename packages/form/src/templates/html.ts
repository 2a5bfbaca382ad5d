/** A piece of HTML, which templates write as it is. */
export class Html {
  readonly #html: string;

  constructor(html: string) {
    this.#html = html;
  }

  /** The HTML. */
  toString(): string {
    return this.#html;
  }

  /** The HTML, by the name that makes Handlebars write it without escaping it. */
  toHTML(): string {
    return this.#html;
  }
}
