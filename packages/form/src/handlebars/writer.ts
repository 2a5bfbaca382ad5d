/** What a template is written to. */
export class Writer {
  /** What has been written so far. */
  html = "";

  write(html: string): void {
    this.html += html;
  }
}
