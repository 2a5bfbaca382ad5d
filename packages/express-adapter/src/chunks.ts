import { finished, type Readable } from "node:stream";
import { unreadable } from "./unreadable.ts";

/**
 * Reads a body chunk by chunk, on demand. Leaves the body open if the reader stops early.
 *
 * @param signal Stops reading and throws its reason
 * @yields chunks as they arrive
 * @throws HttpError 400 if the body is cut off
 */
export async function* chunksOf(body: Readable, signal: AbortSignal): AsyncGenerator<Buffer, void> {
  let failure: unknown;
  let isDone = false;
  let wake = (): void => {};
  const onReadable = (): void => wake();
  const onAbort = (): void => {
    failure ??= signal.reason;
    wake();
  };
  const stopWaiting = finished(body, { writable: false }, (error) => {
    if (error) failure ??= unreadable(error.message, error);
    isDone = true;
    wake();
  });
  body.on("readable", onReadable);
  signal.addEventListener("abort", onAbort);
  if (signal.aborted) onAbort();
  try {
    for (;;) {
      if (failure !== undefined) throw failure;
      const chunk: Buffer | null = body.read();
      if (chunk !== null) yield chunk;
      else if (isDone) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    body.off("readable", onReadable);
    signal.removeEventListener("abort", onAbort);
    stopWaiting();
  }
}
