import { HttpError } from "./http-error.ts";

/** Bytes added to the size of each file: empty files take room too. */
const PER_FILE = 4096;

/** The limits of a store, in bytes. */
export interface QuotaLimits {
  readonly maxTotal: number;
  readonly maxPerOwner: number;
}

interface Held {
  /** Undefined if unknown, such as for a file that another process is writing. */
  readonly owner: string | undefined;
  readonly bytes: number;
}

/**
 * Counts the bytes in a store. Arriving files count too, so that simultaneous uploads can't pass the limits.
 *
 * A file counts its content, its name and media type, and 4 kB.
 */
export class Quota {
  readonly #limits: QuotaLimits;
  readonly #files = new Map<string, Held>();
  readonly #owners = new Map<string, number>();
  #total = 0;

  constructor(limits: QuotaLimits) {
    this.#limits = limits;
  }

  /**
   * Reserves room for a file before its content.
   *
   * @throws HttpError 507 if there is no room
   */
  open(id: string, owner: string, { name, type }: { readonly name: string; readonly type: string }): void {
    this.#reserve(id, owner, PER_FILE + Buffer.byteLength(name) + Buffer.byteLength(type));
  }

  /**
   * Reserves room for each chunk before passing it on.
   *
   * @yields the chunks of `content`
   * @throws HttpError 507 if there is no room
   */
  async *reserving(
    id: string,
    owner: string,
    content: AsyncIterable<Uint8Array>,
  ): AsyncGenerator<Uint8Array, void> {
    for await (const chunk of content) {
      this.#reserve(id, owner, chunk.length);
      yield chunk;
    }
  }

  /** Counts a file that is already stored, even past the limits. */
  count(id: string, owner: string | undefined, bytes: number): void {
    this.release(id);
    this.#set(id, owner, PER_FILE + bytes);
  }

  /** Gives back the room of a file. Ignores files that are not counted. */
  release(id: string): void {
    const file = this.#files.get(id);
    if (file === undefined) return;
    this.#set(id, file.owner, -file.bytes);
    this.#files.delete(id);
  }

  /** Returns true if a file is counted, and its owner is known. */
  isOwned(id: string): boolean {
    return this.#files.get(id)?.owner !== undefined;
  }

  /** Returns the ids of all counted files. */
  ids(): readonly string[] {
    return [...this.#files.keys()];
  }

  #reserve(id: string, owner: string, bytes: number): void {
    const { maxTotal, maxPerOwner } = this.#limits;
    if ((this.#owners.get(owner) ?? 0) + bytes > maxPerOwner) {
      throw new HttpError(
        507,
        `There is no room for more of your files: at most ${maxPerOwner} bytes are kept for each person. Finish your other forms with files, or try again later`,
      );
    }
    if (this.#total + bytes > maxTotal) throw noRoom();
    this.#set(id, owner, bytes);
  }

  #set(id: string, owner: string | undefined, more: number): void {
    this.#total += more;
    this.#files.set(id, { owner, bytes: (this.#files.get(id)?.bytes ?? 0) + more });
    if (owner === undefined) return;
    const bytes = (this.#owners.get(owner) ?? 0) + more;
    if (bytes > 0) this.#owners.set(owner, bytes);
    else this.#owners.delete(owner);
  }
}

/** Returns the error of a store that is full. */
export function noRoom(cause?: Error): HttpError {
  const message =
    "The server has no room for files at the moment. Try again later, or send the form without files";
  return new HttpError(507, message, cause && { cause });
}
