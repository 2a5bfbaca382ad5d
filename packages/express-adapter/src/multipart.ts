import { finished, type Readable } from "node:stream";
import { MIMEType } from "node:util";
import { Dicer } from "@fastify/busboy";
import type { Control } from "@turnform/schema";
import { readPartHeader, type PartHeader } from "./content-disposition.ts";
import { HttpError } from "./http-error.ts";
import { LimitError, type PassedLimit } from "./limit-error.ts";
import { unreadable } from "./unreadable.ts";
import type { PairLimits } from "./urlencoded.ts";

/** The limits of `readMultipart`. */
export interface MultipartLimits extends PairLimits {
  /** Bytes of names and values together; also of the body, beyond its files. */
  readonly limit: number;
  readonly maxFiles: number;
  readonly maxFileSize: number;
  readonly maxUploadSize: number;
}

/** What becomes of the files of a form. */
export interface FileTaker {
  /** Stores a file; past an error of `content`, nothing of it is left. */
  save(content: AsyncIterable<Uint8Array>, name: string, type: string): Promise<File>;
  /** Takes back a file that was stored, where the rest of the form can't be taken. */
  discard(file: File): Promise<void>;
}

/**
 * Reads a multipart/form-data body: fields and files in one order, files handed on chunk by chunk, one after the other.
 *
 * @param body Reading stops where the form can't be taken; what is left of it is the caller's
 * @param type The `Content-Type`, with the boundary
 * @param take Without it, a file is an HttpError 415; a file control without a file is an empty `File` either way
 * @param signal Stops reading with its reason
 * @returns the controls in the order of the body
 * @throws LimitError past a limit, HttpError 400 where the body is cut off or broken; no file is left behind then
 */
export function readMultipart(
  body: Readable,
  type: string,
  limits: MultipartLimits,
  take: FileTaker | undefined,
  signal: AbortSignal,
): Promise<Control[]> {
  const parser = new Dicer({ boundary: boundaryOf(type), maxHeaderPairs: 100 });
  const controls: Promise<Control>[] = [];
  const stored: File[] = [];
  const counted = { parts: 0, text: 0, files: 0, uploaded: 0, received: 0 };
  let failure: Error | undefined;
  let isDone = false;
  let busy: Promise<unknown> = Promise.resolve(); // with the file being stored

  return new Promise((resolve, reject) => {
    const parts = new Set<Dicer.PartStream>(); // whose content is not read yet
    const unnamed = new Set<(error: Error) => void>(); // parts whose header did not come yet

    function fail(error: Error): void {
      if (failure !== undefined || isDone) return;
      failure = error;
      body.unpipe(parser);
      for (const part of parts) part.destroy(error);
      void cleanUp().then(() => reject(error), reject);
    }

    async function cleanUp(): Promise<void> {
      await Promise.allSettled(controls);
      for (const file of stored) await take?.discard(file);
    }

    function count(option: keyof MultipartLimits, actual: number, what: string, unit = "bytes"): void {
      const limit = limits[option];
      if (actual > limit) throw pastLimit(what, { option, limit, actual }, unit);
    }

    function openPart(part: Dicer.PartStream, header: PartHeader): Promise<Control> {
      const { name, filename } = header;
      count("maxNameLength", Buffer.byteLength(name), "A name");
      if (filename === undefined) return readText(part, name);
      count("maxNameLength", Buffer.byteLength(filename), "A file's name");
      const previous = busy;
      const file = previous.then(() => readFile(part, header));
      busy = file.catch(() => undefined);
      return file;
    }

    async function readText(part: Dicer.PartStream, name: string): Promise<Control> {
      const chunks: Buffer[] = [];
      let size = 0;
      counted.text += name.length;
      for await (const chunk of bytesOf(part)) {
        size += chunk.length;
        counted.text += chunk.length;
        count("maxValueLength", size, `The value of "${name}"`);
        count("limit", counted.text, "The text of the form");
        chunks.push(chunk);
      }
      return [name, Buffer.concat(chunks, size).toString("utf8")];
    }

    async function readFile(part: Dicer.PartStream, header: PartHeader): Promise<Control> {
      const { name, filename = "" } = header;
      const content = fileContent(part, filename);
      const first = await content.next();
      // A browser sends this for a file control where nothing was chosen
      if (filename === "" && first.done) return [name, new File([], "", { type: header.type })];
      if (take === undefined) {
        throw new HttpError(
          415,
          "The form has a file, and files can't be taken here: controls() has no store for uploads",
        );
      }
      count("maxFiles", ++counted.files, "The form", "files");
      const file = await take.save(withFirst(first, content), filename, header.type);
      stored.push(file);
      return [name, file];
    }

    async function* fileContent(part: Dicer.PartStream, filename: string): AsyncGenerator<Buffer, void> {
      let size = 0;
      for await (const chunk of bytesOf(part)) {
        size += chunk.length;
        counted.uploaded += chunk.length;
        if (take !== undefined) {
          count("maxFileSize", size, `The file "${filename}"`);
          count("maxUploadSize", counted.uploaded, "The files of the form");
        }
        yield chunk;
      }
    }

    async function* bytesOf(part: Dicer.PartStream): AsyncGenerator<Buffer, void> {
      if (failure !== undefined) throw failure;
      for await (const chunk of part) yield chunk;
      parts.delete(part);
      // A part that ends since the body does is not whole
      if (failure !== undefined) throw failure;
    }

    const ended = new Promise<void>((end) => {
      finished(body, { writable: false }, (error) =>
        error ? fail(unreadable(error.message, error)) : end(),
      );
    });
    parser.on("part", (part: Dicer.PartStream) => {
      part.on("error", () => undefined); // the parser's own says the same
      if (failure !== undefined) return void part.resume();
      parts.add(part);
      const index = counted.parts++;
      if (counted.parts > limits.maxPairs) {
        const passed = { option: "maxPairs", limit: limits.maxPairs, actual: counted.parts } as const;
        return fail(pastLimit("The form", passed, "controls"));
      }
      const control = new Promise<Control>((settle, refuse) => {
        unnamed.add(refuse);
        part.on("close", () => refuse(unreadable("a part has no header"))); // too late for those that have
        part.on("header", (header: object) => {
          unnamed.delete(refuse);
          try {
            settle(openPart(part, readPartHeader(asHeaders(header))));
          } catch (error) {
            refuse(asError(error));
          }
        });
      });
      controls[index] = control;
      control.catch((error: unknown) => fail(asError(error)));
    });
    parser.on("error", (error: Error) => fail(unreadable(error.message, error)));
    parser.on("finish", () => {
      for (const refuse of unnamed) refuse(unreadable("a part has no header"));
      // What comes after the last boundary means nothing
      body.unpipe(parser).resume();
      Promise.all([ended, ...controls]).then(
        ([, ...read]) => {
          if (failure !== undefined) return;
          isDone = true;
          resolve(read);
        },
        () => undefined, // each of them fails the whole
      );
    });

    body.on("data", (chunk: Buffer) => {
      counted.received += chunk.length;
      const most = limits.limit + (take === undefined ? 0 : limits.maxUploadSize);
      const passed = { option: "limit", limit: most, actual: counted.received } as const;
      if (counted.received > most) fail(pastLimit("The form", passed, "bytes"));
    });
    if (signal.aborted) fail(asError(signal.reason));
    signal.addEventListener("abort", () => fail(asError(signal.reason)), { once: true });
    if (failure === undefined) body.pipe(parser);
  });
}

// A content of which the first chunk was taken already
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
  throw unreadable("its boundary has to have 1 to 70 characters");
}

function pastLimit(what: string, passed: PassedLimit, unit: string): LimitError {
  const least = passed.option === "maxNameLength" ? "" : "at least ";
  return new LimitError(
    `${what} has ${least}${passed.actual} ${unit}; at most ${passed.limit} are allowed`,
    passed,
  );
}

/** The cast: what Dicer calls an object has a list of texts for each header. */
function asHeaders(header: object): Readonly<Record<string, readonly string[] | undefined>> {
  return header as Readonly<Record<string, readonly string[] | undefined>>;
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
