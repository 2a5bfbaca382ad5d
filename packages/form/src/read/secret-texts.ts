/** Length from which a text is hidden anywhere, also inside a word. */
const LEAST_INSIDE = 4;
/** Number of first characters for looking up texts. */
const PREFIX = 2;

/** Replaces secret texts in messages. */
export class SecretTexts {
  readonly #mask: string;
  readonly #texts = new Set<string>();
  /** Lengths of the texts with the same first characters, longest first. */
  readonly #lengths = new Map<string, readonly number[]>();

  /**
   * @param mask Replacement of each text
   * @param texts Secret texts; empty ones are ignored
   */
  constructor(mask: string, texts: Iterable<string>) {
    this.#mask = mask;
    const lengths = new Map<string, Set<number>>();
    for (const text of texts) {
      if (text === "") continue;
      this.#texts.add(text);
      const start = text.slice(0, PREFIX);
      lengths.set(start, (lengths.get(start) ?? new Set()).add(text.length));
    }
    for (const [start, all] of lengths)
      this.#lengths.set(
        start,
        [...all].toSorted((a, b) => b - a),
      );
  }

  /**
   * Returns a message with each text masked. The time hardly depends on the number of texts.
   *
   * @param hidesWords True to hide texts of up to 3 characters too, if they are whole words. Default: true
   */
  hide(message: string, hidesWords = true): string {
    if (this.#texts.size === 0) return message;
    let hidden = "";
    for (let at = 0; at < message.length;) {
      const length = this.#lengthAt(message, at, hidesWords);
      hidden += length === 0 ? message.charAt(at) : this.#mask;
      at += Math.max(length, 1);
    }
    return hidden;
  }

  /** Returns a message with some other texts masked. */
  replace(message: string, texts: readonly string[]): string {
    return texts.reduce((whole, text) => new SecretTexts(this.#mask, [text]).hide(whole), message);
  }

  /** Returns the length of the secret text at a place, or 0. */
  #lengthAt(message: string, at: number, hidesWords: boolean): number {
    const starts = [message.slice(at, at + PREFIX), message.charAt(at)];
    const lengths = starts.flatMap((start) => this.#lengths.get(start) ?? []);
    const fits = (length: number): boolean =>
      this.#texts.has(message.slice(at, at + length)) &&
      (length >= LEAST_INSIDE || (hidesWords && !isInWord(message, at) && !isInWord(message, at + length)));
    return lengths.find(fits) ?? 0;
  }
}

/** Returns true if the characters before and after a place belong to one word. */
function isInWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && /^[\p{L}\p{N}]{2}$/u.test(text.charAt(at - 1) + text.charAt(at));
}
