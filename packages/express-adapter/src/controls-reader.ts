import type { Control } from "@turnform/schema";
import { discardForAWhile, type Message, readBody } from "./body.ts";
import { checkCharset, checkCharsetControl } from "./charset.ts";
import { checkOrigin, hiddenOrigin, type SameOriginOptions } from "./check-origin.ts";
import { parseDuration } from "./duration.ts";
import { discardNewFiles } from "./discard-files.ts";
import type { Exchange } from "./exchange.ts";
import { checkHiddenToken, headerToken } from "./form-token.ts";
import { HttpError } from "./http-error.ts";
import { checkedData, JSON_TYPE, parseData, rememberData } from "./json-body.ts";
import { LimitError } from "./limit-error.ts";
import { parseSize } from "./size.ts";
import { uploadsReader, type UploadsOptions } from "./uploads.ts";
import { parseUrlencoded, type PairLimits } from "./urlencoded.ts";

/** Options for reading forms, on any server. Limits are whole numbers, or texts like `"100kb"`; none can be switched off. */
export interface ReadingOptions extends UploadsOptions {
  /** Bytes of a body, after inflating and without the contents of its files (default `"1mb"`) */
  readonly limit?: number | string;
  /** Controls of a form (default 10,000) */
  readonly maxPairs?: number;
  /** Bytes of a control's name, decoded (default `"1kb"`) */
  readonly maxNameLength?: number | string;
  /** Bytes of a control's value, decoded (default `"1mb"`) */
  readonly maxValueLength?: number | string;
  /**
   * Refuses forms sent by another site's page, as `sameOrigin()` does. Default: true. JSON bodies for other routes pass, since
   * a page can't send them to another site without a preflight request. A post whose page hides its origin needs a token. `false`
   * switches the check off.
   */
  readonly sameOrigin?: boolean | SameOriginOptions;
}

/** A form that was read. */
interface ReadForm {
  /** The controls, or a function for those that are parsed on first use. It throws an HttpError 415 for a body that is no form. */
  readonly controls: readonly Control[] | (() => readonly Control[]);
  /** The body, if it was urlencoded. */
  readonly bytes?: Uint8Array;
}

/** Reads the form of one request. */
export type ControlsReader = (message: Message, exchange: Exchange) => Promise<ReadForm>;

const MULTIPART = "multipart/form-data";
const URLENCODED = "application/x-www-form-urlencoded";

/**
 * Creates the part of `controls()` that any server can use.
 *
 * @returns a function that rejects with an `HttpError` or `LimitError` if the form is refused
 * @throws TypeError if a limit is no finite whole number, or a time is not finite
 */
export function controlsReader(options: ReadingOptions): ControlsReader {
  const { sameOrigin = true } = options;
  const trusted = new Set(typeof sameOrigin === "object" ? sameOrigin.trustedOrigins : []);
  const bodyLimit = parseSize("limit", options.limit ?? "1mb");
  const limits: PairLimits = {
    maxPairs: parseSize("maxPairs", options.maxPairs ?? 10_000),
    maxNameLength: parseSize("maxNameLength", options.maxNameLength ?? "1kb"),
    maxValueLength: parseSize("maxValueLength", options.maxValueLength ?? "1mb"),
  };
  const timeout = parseDuration("controls({ receiveTimeout })", options.receiveTimeout ?? "5min");
  const uploads = uploadsReader(options, { limit: bodyLimit, ...limits });

  async function read(message: Message, exchange: Exchange): Promise<ReadForm> {
    const type = mediaType(exchange);
    if (exchange.method === "GET" || exchange.method === "HEAD") {
      return { controls: () => parseForm(queryOf(message.url ?? exchange.path), limits) };
    }
    if (type === URLENCODED) {
      checkUnread(message);
      const bytes = await readForm(message, exchange, bodyLimit, timeout);
      return { controls: await uploads.resolve(exchange, parseForm(bytes, limits)), bytes };
    }
    if (type === JSON_TYPE) rememberData(exchange, () => readData(message, exchange));
    if (type === undefined || exchange.header("Content-Length") === "0") return { controls: [] };
    if (type === MULTIPART) {
      checkUnread(message);
      return { controls: await uploads.read(message, exchange) };
    }
    return {
      controls: () => {
        throw notAForm(exchange);
      },
    };
  }

  /** Reads JSON, if a form's route takes it. An application may allow other sites' pages to send JSON, but not to this form. */
  async function readData(message: Message, exchange: Exchange): Promise<object> {
    const isHidden = sameOrigin !== false && checkOrigin(exchange, trusted) === "hidden";
    if (isHidden && !(await checkHiddenToken(exchange, headerToken(exchange)))) throw hiddenOrigin();
    const parsed: unknown = Reflect.get(message, "body");
    if (parsed !== undefined) return checkedData(parsed, limits);
    checkUnread(message);
    return parseData(await readForm(message, exchange, bodyLimit, timeout), limits);
  }

  return async (message, exchange) => {
    const isHidden =
      sameOrigin !== false && isSimple(exchange) && checkOrigin(exchange, trusted) === "hidden";
    const form = await read(message, exchange);
    if (isHidden) await checkToken(exchange, form);
    return form;
  };
}

/** @throws HttpError 403 for a form without a token of the site. Its files are removed */
async function checkToken(exchange: Exchange, { controls }: ReadForm): Promise<void> {
  const known = typeof controls === "function" ? [] : controls;
  if (await checkHiddenToken(exchange, known)) return;
  await discardNewFiles(known);
  throw hiddenOrigin();
}

function checkUnread(message: Message): void {
  if (Reflect.get(message, "body") !== undefined || message.readableDidRead) {
    throw new Error(
      "The body was already read by another middleware. Put controls() before it, or use controls() instead",
    );
  }
}

/** Returns the media type of a body without its parameters; undefined if there is no body, `""` if its type is missing. */
function mediaType(exchange: Exchange): string | undefined {
  const length = exchange.header("Content-Length");
  if (
    exchange.header("Transfer-Encoding") === undefined &&
    (length === undefined || Number.isNaN(Number(length)))
  )
    return undefined;
  return (exchange.header("Content-Type") ?? "").split(";", 1)[0]?.trim().toLowerCase();
}

async function readForm(
  message: Message,
  exchange: Exchange,
  limit: number,
  timeout: number,
): Promise<Buffer> {
  try {
    checkCharset(exchange.header("Content-Type"));
    return await readBody(message, limit, timeout);
  } catch (error) {
    const isLate = error instanceof LimitError && error.option === "receiveTimeout";
    if (!isLate) await discardForAWhile(message);
    if (message.complete !== true) exchange.closeAfterAnswer();
    throw error;
  }
}

/** Returns true if any site's page may send the body without a preflight (the Fetch standard, CORS-safelisted types). */
function isSimple(exchange: Exchange): boolean {
  const type = exchange.header("Content-Type");
  return (
    type === undefined || /^\s*(?:application\/x-www-form-urlencoded|multipart\/|text\/plain)/i.test(type)
  );
}

/** Returns the bytes of the query. Browsers send its other characters percent-encoded. */
function queryOf(path: string): Buffer {
  const mark = path.indexOf("?");
  return Buffer.from(mark === -1 ? "" : path.slice(mark + 1));
}

function parseForm(bytes: Uint8Array, limits: PairLimits): readonly Control[] {
  const controls = parseUrlencoded(bytes, limits);
  checkCharsetControl(controls);
  return controls;
}

function notAForm(exchange: Exchange): HttpError {
  const type = exchange.header("Content-Type")?.split(";")[0] ?? "missing";
  return new HttpError(415, `The form's content type is ${type}. Send it as ${URLENCODED} or ${MULTIPART}`);
}
