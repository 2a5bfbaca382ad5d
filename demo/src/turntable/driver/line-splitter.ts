/** Callbacks of a {@link LineSplitter}. */
export interface LineListener {
  /** Called with each line, without its line end. */
  line(line: string): void;
  /** Called at the end of each line above the limit. Without it, long lines are skipped. */
  tooLong?(): void;
}

/** Splits bytes into lines at CR, LF or CR LF. It decodes latin1, which keeps every byte. */
export class LineSplitter {
  readonly #limit: number;
  readonly #listener: LineListener;
  #text = "";
  #over = false;
  #wasCr = false;

  /** @param limit Bytes of the longest line */
  constructor(limit: number, listener: LineListener) {
    this.#limit = limit;
    this.#listener = listener;
  }

  /** True if the last line has not ended. */
  get partial(): boolean {
    return this.#text !== "" || this.#over;
  }

  add(bytes: Buffer): void {
    for (const character of bytes.toString("latin1")) {
      if (character === "\r" || (character === "\n" && !this.#wasCr)) this.#end();
      else if (character !== "\n") this.#append(character);
      this.#wasCr = character === "\r";
    }
  }

  #append(character: string): void {
    if (this.#text.length < this.#limit) this.#text += character;
    else this.#over = true;
  }

  #end(): void {
    const line = this.#text;
    const over = this.#over;
    this.#text = "";
    this.#over = false;
    if (over) this.#listener.tooLong?.();
    else this.#listener.line(line);
  }
}
