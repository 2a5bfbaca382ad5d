import type { Control } from "@turnform/schema";
import { defineLazy } from "@turnform/schema/lazy";
import type { Request, RequestHandler, Response } from "express";
import { discardForAWhile, readBody } from "./body.ts";
import { checkCharset, checkCharsetControl } from "./charset.ts";
import { parseDuration } from "./duration.ts";
import { parseExtended } from "./extended-body.ts";
import { HttpError } from "./http-error.ts";
import { LimitError } from "./limit-error.ts";
import { setOwner } from "./owner.ts";
import { checkOrigin, type SameOriginOptions } from "./same-origin.ts";
import { parseSize } from "./size.ts";
import { uploadsReader, type UploadsOptions } from "./uploads.ts";
import { parseUrlencoded, type PairLimits } from "./urlencoded.ts";

declare global {
  namespace Express {
    interface Request {
      /**
       * The controls of the form in the order of the page, set by `controls()`.
       *
       * Reading it throws an HttpError 415 if the body is no form.
       */
      controls: readonly Control[];
    }
  }
}

/** Options of `controls()`. Limits are whole numbers, or texts like `"100kb"`; none can be switched off. */
export interface ControlsOptions extends UploadsOptions {
  /** Bytes of a body, after inflating and without the contents of its files (default `"1mb"`) */
  readonly limit?: number | string;
  /** Controls of a form (default 10,000) */
  readonly maxPairs?: number;
  /** Bytes of a control's name, decoded (default `"1kb"`) */
  readonly maxNameLength?: number | string;
  /** Bytes of a control's value, decoded (default `"1mb"`) */
  readonly maxValueLength?: number | string;
  /**
   * Refuses forms sent by another site's page, as `sameOrigin()` does. Default: true. JSON bodies pass, since a page can't send
   * them to another site without a preflight request. `false` switches the check off.
   */
  readonly sameOrigin?: boolean | SameOriginOptions;
}

const MULTIPART = "multipart/form-data";
const URLENCODED = "application/x-www-form-urlencoded";

/**
 * Returns a middleware that reads form posts into `req.controls`: every control, in the order of the page.
 *
 *     app.use(controls({ limit: "100kb" }));
 *     app.post("/days", (req, res) => res.json(req.controls)); // [["day","10"],["day",""]]
 *
 * - A urlencoded body is inflated (gzip, deflate, br) and decoded as UTF-8. `req.body` has the same value as with
 *   `express.urlencoded({ extended: true })`, parsed on first use.
 * - GET and HEAD take the controls from the query, parsed on first use. A request without a body has no controls.
 * - A multipart/form-data body is streamed, its files into the store of `uploads`; each becomes a `StoredFile` among the
 *   controls. A kept upload, posted as `__upload__` with its id, becomes its `StoredFile`, or is left out if it
 *   isn't the sender's. Without a store, a form with a file is an HttpError 415.
 * - Any other body is left to other middleware, which may assign `req.controls`. Until then, reading it throws
 *   an HttpError 415.
 *
 * @returns the middleware; errors of a form go to `next` as an `HttpError` or `LimitError`
 * @throws TypeError if a limit is no finite whole number, or a time is not finite
 */
export function controls(options: ControlsOptions = {}): RequestHandler {
  const { sameOrigin = true, owner } = options;
  const trusted = new Set(typeof sameOrigin === "object" ? sameOrigin.trustedOrigins : []);
  const bodyLimit = parseSize("limit", options.limit ?? "1mb");
  const limits: PairLimits = {
    maxPairs: parseSize("maxPairs", options.maxPairs ?? 10_000),
    maxNameLength: parseSize("maxNameLength", options.maxNameLength ?? "1kb"),
    maxValueLength: parseSize("maxValueLength", options.maxValueLength ?? "1mb"),
  };
  const timeout = parseDuration("controls({ receiveTimeout })", options.receiveTimeout ?? "5min");
  const uploads = uploadsReader(options, { limit: bodyLimit, ...limits });

  async function attachControls(req: Request, res: Response): Promise<void> {
    const type = req.is(URLENCODED); // null if there is no body
    if (req.method === "GET" || req.method === "HEAD") {
      defineLazy(req, { controls: () => parseForm(queryOf(req), limits) });
    } else if (type) {
      checkUnread(req);
      const bytes = await readForm(req, res, bodyLimit, timeout);
      req.controls = await uploads.resolve(req, parseForm(bytes, limits));
      defineLazy(req, { body: () => parseExtended(bytes) });
    } else if (type === null || req.get("Content-Length") === "0") {
      req.controls = [];
    } else if (req.is(MULTIPART)) {
      checkUnread(req);
      req.controls = await uploads.read(req, res);
    } else {
      defineLazy(req, {
        controls: () => {
          throw notAForm(req);
        },
      });
    }
  }

  return async (req, res, next) => {
    // The app's controls() ran before the route's
    if (!Object.hasOwn(req, "controls")) {
      if (sameOrigin !== false && isSimple(req)) checkOrigin(req, trusted);
      if (owner) setOwner(req, () => owner(req));
      await attachControls(req, res);
    }
    next();
  };
}

function checkUnread(req: Request): void {
  if (req.body !== undefined || req.readableDidRead) {
    throw new Error(
      "The body was already read by another middleware. Put controls() before it, or use controls() instead",
    );
  }
}

async function readForm(req: Request, res: Response, limit: number, timeout: number): Promise<Buffer> {
  try {
    checkCharset(req.headers["content-type"]);
    return await readBody(req, limit, timeout);
  } catch (error) {
    const isLate = error instanceof LimitError && error.option === "receiveTimeout";
    if (!isLate) await discardForAWhile(req);
    if (!req.complete) res.set?.("Connection", "close");
    throw error;
  }
}

/** Returns true if any site's page may send the body without a preflight (the Fetch standard, CORS-safelisted types). */
function isSimple(req: Request): boolean {
  const type = req.headers["content-type"];
  return (
    type === undefined || /^\s*(?:application\/x-www-form-urlencoded|multipart\/|text\/plain)/i.test(type)
  );
}

function queryOf(req: Request): Buffer {
  const mark = req.url.indexOf("?");
  return Buffer.from(mark === -1 ? "" : req.url.slice(mark + 1));
}

function parseForm(bytes: Uint8Array, limits: PairLimits): readonly Control[] {
  const controls = parseUrlencoded(bytes, limits);
  checkCharsetControl(controls);
  return controls;
}

function notAForm(req: Request): HttpError {
  const type = req.get("Content-Type")?.split(";")[0] ?? "missing";
  return new HttpError(415, `The form's content type is ${type}. Send it as ${URLENCODED} or ${MULTIPART}`);
}
