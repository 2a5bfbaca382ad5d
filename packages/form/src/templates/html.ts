/** A piece of HTML that templates write without escaping. */
export class Html {
  readonly #html: string;

  constructor(html: string) {
    this.#html = html;
  }

  toString(): string {
    return this.#html;
  }

  /** Returns the HTML. Handlebars doesn't escape objects with a method of this name. */
  toHTML(): string {
    return this.#html;
  }
}
