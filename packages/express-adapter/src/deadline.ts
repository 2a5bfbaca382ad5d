import type { Readable } from "node:stream";
import { discardBody } from "./body.ts";
import { LimitError } from "./limit-error.ts";

/** How long the sender of a refused form is listened to, in milliseconds: it may not see an answer before it is done. */
const LINGER = 30_000;

/**
 * Waits for something, but not for ever.
 *
 * @param limit Milliseconds
 * @throws LimitError 408 past the limit
 */
export function inTime<T>(limit: number, result: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(tooSlow(limit)), limit);
    void result.then(resolve, reject).then(() => clearTimeout(timer));
  });
}

/** The error of a form that did not come in time. */
export function tooSlow(limit: number): LimitError {
  const message = `The form did not come in time: at most ${limit / 1000} seconds are allowed`;
  return new LimitError(message, { option: "receiveTimeout", limit, actual: limit });
}

/** Drops what is left of a body, but not for ever. */
export async function discardForAWhile(req: Readable): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LINGER);
  });
  await Promise.race([discardBody(req), waited]);
  clearTimeout(timer);
}
