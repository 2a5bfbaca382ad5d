import type { Exchange } from "./exchange.ts";
import { HttpError } from "./http-error.ts";
import { LimitError } from "./limit-error.ts";
import type { PairLimits } from "./urlencoded.ts";

export const JSON_TYPE = "application/json";

/** Reads the JSON of a request. It rejects with an `HttpError` if the body is refused. */
type ReadData = () => Promise<object>;

const readers = new WeakMap<Exchange, ReadData>();

/** Remembers how to read the JSON of a request. Most routes leave it to other middleware. */
export function rememberData(exchange: Exchange, read: ReadData): void {
  readers.set(exchange, read);
}

/** Returns a function that reads the JSON of a request; undefined if its body is not JSON. */
export function dataOf(exchange: Exchange): ReadData | undefined {
  return readers.get(exchange);
}

/**
 * Parses a JSON object. The last of equal names counts.
 *
 * @throws HttpError 400 for a body that is not JSON in UTF-8 or holds no object, and LimitError past a limit
 */
export function parseData(bytes: Uint8Array, limits: PairLimits): object {
  try {
    return checkedData(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)), limits);
  } catch (error) {
    if (error instanceof HttpError) throw error;
    throw new HttpError(400, "The body is not JSON in UTF-8", { cause: error });
  }
}

/**
 * Checks parsed JSON by the limits of a form: each value counts as a control.
 *
 * @throws HttpError 400 for a value that is no object, and LimitError past a limit
 */
export function checkedData(data: unknown, limits: PairLimits): object {
  if (typeof data !== "object" || data === null || Array.isArray(data))
    throw new HttpError(400, "The JSON must be an object with the fields of the form");
  const todo: unknown[] = [data];
  let count = 0;
  const add = (value: unknown): void => {
    if (++count > limits.maxPairs) throw tooLarge("maxPairs", "The data", count, "values", limits);
    todo.push(value);
  };
  while (todo.length > 0) {
    const value = todo.pop();
    if (typeof value === "string") checkLength("maxValueLength", "A text", value, limits);
    else if (Array.isArray(value)) for (const item of value) add(item);
    else if (typeof value === "object" && value !== null)
      for (const [name, part] of Object.entries(value)) {
        checkLength("maxNameLength", "A name", name, limits);
        add(part);
      }
  }
  return data;
}

function checkLength(
  option: "maxNameLength" | "maxValueLength",
  what: string,
  text: string,
  limits: PairLimits,
): void {
  // A character has at most three bytes for each unit
  const bytes = text.length * 3 > limits[option] ? Buffer.byteLength(text) : 0;
  if (bytes > limits[option]) throw tooLarge(option, what, bytes, "bytes", limits);
}

function tooLarge(
  option: keyof PairLimits,
  what: string,
  actual: number,
  unit: string,
  limits: PairLimits,
): LimitError {
  const limit = limits[option];
  const message = `${what} has at least ${actual} ${unit}; at most ${limit} are allowed`;
  return new LimitError(message, { option, limit, actual });
}
