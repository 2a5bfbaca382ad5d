/** What a template is written to. */
export class Writer {
  /** What has been written since it was last taken. */
  html = "";

  write(html: string): void {
    this.html += html;
  }

  /** What has been written, to be gone on with something else. */
  take(): string {
    const { html } = this;
    this.html = "";
    return html;
  }
}
