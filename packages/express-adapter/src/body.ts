import type { IncomingMessage } from "node:http";
import { finished, type Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { ByteBuffer } from "./byte-buffer.ts";
import { HttpError } from "./http-error.ts";
import { LimitError } from "./limit-error.ts";
import { sizeInWords } from "./size.ts";
import { tooSlow } from "./too-slow.ts";
import { unreadable } from "./unreadable.ts";

const INFLATERS: ReadonlyMap<string, () => Transform> = new Map<string, () => Transform>([
  ["gzip", createGunzip],
  ["deflate", createInflate],
  ["br", createBrotliDecompress],
]);

/** A request whose body can be read: an Express request, a `node:http` message, or the stream of a web request. */
export type Message = Readable &
  Pick<IncomingMessage, "headers"> & {
    readonly url?: string | undefined;
    /** True after the whole body has arrived. */
    readonly complete?: boolean;
  };

/** Milliseconds to go on reading a refused form: its sender may not see an answer before everything is sent. */
const LINGER = 30_000;

/**
 * Reads the whole body of a request. Inflates it if its `Content-Encoding` is gzip, deflate or br.
 *
 * @param limit Bytes, counted after inflating
 * @param timeout Milliseconds until the whole body must have arrived
 * @throws LimitError past a limit, HttpError 415 for another encoding, HttpError 400 if the body is cut off or can't be
 *   inflated
 */
export async function readBody(req: Message, limit: number, timeout: number): Promise<Buffer> {
  // The sender left while other middleware ran: no more events will come
  if (req.destroyed) throw unreadable("it was cut off");
  const encoding = (req.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (encoding === "identity") return collect(req, limit, timeout);

  const createInflater = INFLATERS.get(encoding);
  if (createInflater === undefined) {
    throw new HttpError(
      415,
      `Content-Encoding "${encoding}" is not supported. Send the form uncompressed, or as gzip, deflate or br`,
    );
  }
  const inflater = createInflater();
  req.once("error", (error) => inflater.destroy(error)); // pipe() does not forward errors
  try {
    return await collect(req.pipe(inflater), limit, timeout);
  } finally {
    inflater.destroy();
  }
}

/**
 * Reads and drops the rest of a request, for up to 30 seconds. A client that is still sending may not see an early answer.
 *
 * @returns a promise that resolves when the client is done, or the time is over
 */
export function discardForAWhile(req: Readable): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LINGER);
    finished(req, () => {
      clearTimeout(timer);
      resolve();
    });
    req.unpipe();
    req.resume();
  });
}

function collect(stream: Readable, limit: number, timeout: number): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const body = new ByteBuffer();
    const timer = setTimeout(() => reject(tooSlow(timeout)), timeout);
    const fail = (error: Error): void => {
      clearTimeout(timer);
      reject(error);
    };
    stream.on("data", (chunk: Buffer) => {
      const size = body.length + chunk.length;
      if (size <= limit) body.add(chunk);
      else fail(tooLarge(size, limit));
    });
    // Plain listeners: `finished` takes several times as long for each request
    stream.on("end", () => {
      clearTimeout(timer);
      resolve(body.bytes());
    });
    stream.on("error", (error: Error) => fail(unreadable(error.message, error)));
    stream.on("close", () => {
      if (!stream.readableEnded) fail(unreadable("it was cut off"));
    });
  });
}

function tooLarge(actual: number, limit: number): LimitError {
  const message = `The form has at least ${sizeInWords(actual, "ceil")}; at most ${sizeInWords(limit, "floor")} are allowed`;
  return new LimitError(message, { option: "limit", limit, actual });
}
