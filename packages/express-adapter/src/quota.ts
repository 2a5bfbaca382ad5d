import { HttpError } from "./http-error.ts";

/** Bytes that each file counts beside its content: empty ones need room too. */
const PER_FILE = 4096;

/** The limits of a store, in bytes. */
export interface QuotaLimits {
  readonly maxTotal: number;
  readonly maxPerOwner: number;
}

interface Held {
  /** Undefined if unknown, as of a file that another process is writing. */
  readonly owner: string | undefined;
  readonly bytes: number;
}

/**
 * Counts what a store holds, files on their way included, so that uploads at the same time keep to its limits together.
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
   * Takes room for a file that is about to come.
   *
   * @throws HttpError 507 where there is none
   */
  open(id: string, owner: string, { name, type }: { readonly name: string; readonly type: string }): void {
    this.#reserve(id, owner, PER_FILE + Buffer.byteLength(name) + Buffer.byteLength(type));
  }

  /**
   * Takes room for each chunk before it is passed on.
   *
   * @yields the content as it comes
   * @throws HttpError 507 where there is none
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

  /** Counts a file that is there already, even past the limits. */
  count(id: string, owner: string | undefined, bytes: number): void {
    this.release(id);
    this.#set(id, owner, PER_FILE + bytes);
  }

  /** Gives the room of a file back. A file that is not counted is no error. */
  release(id: string): void {
    const held = this.#files.get(id);
    if (held === undefined) return;
    this.#set(id, held.owner, -held.bytes);
    this.#files.delete(id);
  }

  /** Returns true if a file is counted as somebody's. */
  isOwned(id: string): boolean {
    return this.#files.get(id)?.owner !== undefined;
  }

  /** Returns the ids of all files that are counted. */
  ids(): readonly string[] {
    return [...this.#files.keys()];
  }

  #reserve(id: string, owner: string, bytes: number): void {
    const { maxTotal, maxPerOwner } = this.#limits;
    if ((this.#owners.get(owner) ?? 0) + bytes > maxPerOwner) {
      throw new HttpError(
        507,
        `There is no room for more of your files: at most ${maxPerOwner} bytes are kept for a person. Finish or leave other forms with files, and try again later`,
      );
    }
    if (this.#total + bytes > maxTotal) throw noRoom();
    this.#set(id, owner, bytes);
  }

  #set(id: string, owner: string | undefined, more: number): void {
    this.#total += more;
    this.#files.set(id, { owner, bytes: (this.#files.get(id)?.bytes ?? 0) + more });
    if (owner === undefined) return;
    const held = (this.#owners.get(owner) ?? 0) + more;
    if (held > 0) this.#owners.set(owner, held);
    else this.#owners.delete(owner);
  }
}

/** Returns the error of a store that is full. */
export function noRoom(cause?: Error): HttpError {
  const message =
    "There is no room for files on the server just now: try again later, or send the form without files";
  return new HttpError(507, message, cause && { cause });
}
