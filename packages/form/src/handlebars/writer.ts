/** What a template is written to. */
export class Writer {
  #pieces: string[] = [];
  /** How many characters have been written since they were last taken. */
  length = 0;

  write(html: string): void {
    this.#pieces.push(html);
    this.length += html.length;
  }

  /** What has been written, as one text: V8's unfinished ones, of which it is made, would outlive collections of garbage. */
  take(): string {
    const html = this.#pieces.join("");
    this.#pieces = [];
    this.length = 0;
    return html;
  }
}
