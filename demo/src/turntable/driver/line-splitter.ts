/** Where a splitter hands what it finds. */
export interface LineListener {
  /** Takes a line without its end. */
  line(line: string): void;
  /** Is told of a line longer than allowed, at its end; without it such lines are skipped. */
  tooLong?(): void;
}

/** Cuts bytes into lines that end in CR, LF or CR LF. A byte is a character of latin1, so that every byte survives. */
export class LineSplitter {
  readonly #limit: number;
  readonly #listener: LineListener;
  #text = "";
  #over = false;
  #wasCr = false;

  /** @param limit Bytes of the longest line that is handed on */
  constructor(limit: number, listener: LineListener) {
    this.#limit = limit;
    this.#listener = listener;
  }

  /** @returns whether a line has begun that has not ended */
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
