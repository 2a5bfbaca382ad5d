import type { Readable } from "node:stream";
import { MIMEType } from "node:util";
import type { Control } from "@turnform/schema";
import { ByteBuffer } from "./byte-buffer.ts";
import { chunksOf } from "./chunks.ts";
import { readPartHeader, type PartHeader } from "./content-disposition.ts";
import { HttpError } from "./http-error.ts";
import { LimitError, type PassedLimit } from "./limit-error.ts";
import { Scanner } from "./scanner.ts";
import { sizeInWords } from "./size.ts";
import { unreadable } from "./unreadable.ts";
import type { PairLimits } from "./urlencoded.ts";

/** Limits of `readMultipart()`. */
export interface MultipartLimits extends PairLimits {
  /** Bytes of the body without the content of its files: names, values, headers and boundaries. */
  readonly limit: number;
  /** Bytes of a part's header. */
  readonly maxPartHeaderSize: number;
  readonly maxFiles: number;
  readonly maxFileSize: number;
  readonly maxUploadSize: number;
}

/** Stores the files of a form. */
export interface FileTaker {
  /** Stores a file. If `content` throws, nothing of the file is left. */
  save(content: AsyncIterable<Uint8Array>, name: string, type: string): Promise<File>;
  /** Removes a stored file, because the rest of the form is refused. */
  discard(file: File): Promise<void>;
}

const CRLF = Buffer.from("\r\n");
const BLANK_LINE = Buffer.from("\r\n\r\n");

/**
 * Reads a multipart/form-data body part by part, and streams its files to a store. Nothing is read ahead: while a file is
 * stored, the rest of the body waits.
 *
 * @param body After an error, the caller must deal with the rest of the body
 * @param type The `Content-Type`, with the boundary
 * @param take Without it, a file is an HttpError 415. A file control without a file is an empty `File` either way
 * @param signal Stops reading and throws its reason
 * @returns the controls in the order of the body
 * @throws LimitError past a limit, HttpError 400 if the body is cut off or invalid. No file stays in the store then
 */
export async function readMultipart(
  body: Readable,
  type: string,
  limits: MultipartLimits,
  take: FileTaker | undefined,
  signal: AbortSignal,
): Promise<Control[]> {
  const delimiter = Buffer.from(`\r\n--${boundaryOf(type)}`, "latin1");
  const isDone = new AbortController();
  const chunks = chunksOf(body, AbortSignal.any([signal, isDone.signal]));
  // The body may begin with the first boundary, without a line break before it
  const reader = new MultipartReader(new Scanner(chunks, CRLF), delimiter, limits, take);
  try {
    return await reader.read();
  } catch (error) {
    await reader.discardFiles();
    throw error;
  } finally {
    // A failed store may still wait for a chunk
    isDone.abort();
    await chunks.return();
  }
}

/** Reads one body. The content of files counts towards the limits of files, every other byte towards `limit`. */
class MultipartReader {
  readonly #scanner: Scanner;
  readonly #delimiter: Buffer;
  readonly #limits: MultipartLimits;
  readonly #take: FileTaker | undefined;
  readonly #stored: File[] = [];
  readonly #counted = { text: 0, files: 0, uploaded: 0 };
  #isInContent = false;

  constructor(scanner: Scanner, delimiter: Buffer, limits: MultipartLimits, take: FileTaker | undefined) {
    this.#scanner = scanner;
    this.#delimiter = delimiter;
    this.#limits = limits;
    this.#take = take;
  }

  async read(): Promise<Control[]> {
    const controls: Control[] = [];
    // Bytes before the first boundary and after the last one are ignored
    for await (const piece of this.#scanner.until(this.#delimiter)) this.#countText(piece.length);
    while ((await this.#scanner.peek(2)) !== "--") {
      this.#count("maxPairs", controls.length + 1, "The form has", "controls");
      controls.push(await this.#readPart());
    }
    for await (const piece of this.#scanner.end()) this.#countText(piece.length);
    return controls;
  }

  async discardFiles(): Promise<void> {
    for (const file of this.#stored) await this.#take?.discard(file);
  }

  async #readPart(): Promise<Control> {
    const header = readPartHeader(await this.#readHeader());
    const { name, filename } = header;
    this.#count("maxNameLength", Buffer.byteLength(name), "A name has");
    this.#isInContent = true;
    if (filename === undefined) return this.#readText(name);
    this.#count("maxNameLength", Buffer.byteLength(filename), "A file's name has");
    return this.#readFile(header);
  }

  async #readHeader(): Promise<Buffer> {
    const header = new ByteBuffer();
    // The boundary and the blank line around the header count too
    this.#countText(this.#delimiter.length + BLANK_LINE.length);
    for await (const piece of this.#scanner.until(BLANK_LINE)) {
      this.#count("maxPartHeaderSize", header.length + piece.length, "The header of a part has");
      this.#countText(piece.length);
      header.add(piece);
    }
    return header.bytes();
  }

  async #readText(name: string): Promise<Control> {
    const value = new ByteBuffer();
    for await (const piece of this.#content()) {
      this.#count("maxValueLength", value.length + piece.length, `The value of "${name}" has`);
      this.#countText(piece.length);
      value.add(piece);
    }
    return [name, value.bytes().toString("utf8")];
  }

  async #readFile({ name, filename = "", type }: PartHeader): Promise<Control> {
    const content = this.#fileContent(filename);
    const first = await content.next();
    // A browser sends this for a file control without a chosen file
    if (filename === "" && first.done) return [name, new File([], "", { type })];
    if (this.#take === undefined) {
      throw new HttpError(
        415,
        "The form has a file, but controls() has no store for it. Set its option `uploads` to take files",
      );
    }
    this.#count("maxFiles", ++this.#counted.files, "The form has", "files");
    const file = await this.#take.save(withFirst(first, content), filename, type);
    this.#stored.push(file);
    // The store may have stopped before the end
    if (this.#isInContent) for await (const _ of this.#fileContent(filename));
    return [name, file];
  }

  async *#fileContent(filename: string): AsyncGenerator<Buffer, void> {
    let size = 0;
    for await (const piece of this.#content()) {
      size += piece.length;
      this.#counted.uploaded += piece.length;
      if (this.#take !== undefined) {
        this.#count("maxFileSize", size, `The file "${filename}" has`);
        this.#count("maxUploadSize", this.#counted.uploaded, "The files of the form have");
      }
      yield piece;
    }
  }

  async *#content(): AsyncGenerator<Buffer, void> {
    yield* this.#scanner.until(this.#delimiter);
    this.#isInContent = false;
  }

  #countText(bytes: number): void {
    this.#counted.text += bytes;
    this.#count("limit", this.#counted.text, "The form without its files has");
  }

  /** @param what Subject and verb of the error, such as "A name has" */
  #count(option: keyof MultipartLimits, actual: number, what: string, unit?: "controls" | "files"): void {
    const limit = this.#limits[option];
    if (actual > limit) throw pastLimit(what, { option, limit, actual }, unit);
  }
}

/** @yields a content whose first chunk was already read */
async function* withFirst(
  first: IteratorResult<Uint8Array, void>,
  rest: AsyncGenerator<Uint8Array, void>,
): AsyncGenerator<Uint8Array> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}

function boundaryOf(type: string): string {
  const boundary = new MIMEType(type).params.get("boundary") ?? "";
  if (boundary.length >= 1 && boundary.length <= 70) return boundary;
  throw unreadable("its boundary must have 1 to 70 characters");
}

function pastLimit(what: string, passed: PassedLimit, unit?: "controls" | "files"): LimitError {
  const least = passed.option === "maxNameLength" ? "" : "at least ";
  const found = unit ? `${passed.actual} ${unit}` : sizeInWords(passed.actual, "ceil");
  const most = unit ? passed.limit : sizeInWords(passed.limit, "floor");
  return new LimitError(`${what} ${least}${found}; at most ${most} are allowed`, passed);
}
