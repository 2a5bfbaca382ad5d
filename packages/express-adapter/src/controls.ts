import { MIMEType } from "node:util";
import type { Control } from "@turnform/schema";
import type { Request, RequestHandler } from "express";
import { discardBody, readBody } from "./body.ts";
import { parseExtended } from "./extended-body.ts";
import { HttpError } from "./http-error.ts";
import { lazy } from "./lazy.ts";
import { checkOrigin, type SameOriginOptions } from "./same-origin.ts";
import { parseSize } from "./size.ts";
import { parseUrlencoded, type PairLimits } from "./urlencoded.ts";

declare global {
  namespace Express {
    interface Request {
      /**
       * The controls of the form in the order of the page, where `controls()` ran.
       *
       * Reading it throws an HttpError 415 where the body is no urlencoded form.
       */
      controls: readonly Control[];
    }
  }
}

/** The limits of `controls()`: whole numbers, or texts like `"100kb"`. None can be switched off. */
export interface ControlsOptions {
  /** Bytes of a body, after inflating (default `"1mb"`) */
  readonly limit?: number | string;
  /** Controls of a form (default 10,000) */
  readonly maxPairs?: number;
  /** Bytes of a control's name, decoded (default `"1kb"`) */
  readonly maxNameLength?: number | string;
  /** Bytes of a control's value, decoded (default `"1mb"`) */
  readonly maxValueLength?: number | string;
  /**
   * Refuses forms that another site's page sends (default): what `sameOrigin()` does, for bodies that a page can send without
   * being asked, and not for JSON. `false` leaves it to other middleware.
   */
  readonly sameOrigin?: boolean | SameOriginOptions;
}

const URLENCODED = "application/x-www-form-urlencoded";
const UTF_8 = /^utf-?8$/i;

/**
 * Makes a middleware that reads form posts into `req.controls`: every control, in the order of the page.
 *
 *     app.use(controls({ limit: "100kb" }));
 *     app.post("/days", (req, res) => res.json(req.controls)); // [["day","10"],["day",""]]
 *
 * - A urlencoded body is read, inflated (gzip, deflate, br) and decoded as UTF-8. `req.body` stays what
 *   `express.urlencoded({ extended: true })` makes of it, parsed on first use.
 * - GET and HEAD take the controls from the query, parsed on first use. A request without a body has none.
 * - Any other body, multipart/form-data included, is left to other middleware, which may assign `req.controls`; reading
 *   it before is an HttpError 415.
 *
 * @returns the middleware; a form that can't be taken goes to `next` as an `HttpError` or `LimitError`
 * @throws TypeError where a limit is no finite whole number
 */
export function controls(options: ControlsOptions = {}): RequestHandler {
  const { sameOrigin = true } = options;
  const trusted = new Set(typeof sameOrigin === "object" ? sameOrigin.trustedOrigins : []);
  const bodyLimit = parseSize("limit", options.limit ?? "1mb");
  const limits: PairLimits = {
    maxPairs: parseSize("maxPairs", options.maxPairs ?? 10_000),
    maxNameLength: parseSize("maxNameLength", options.maxNameLength ?? "1kb"),
    maxValueLength: parseSize("maxValueLength", options.maxValueLength ?? "1mb"),
  };

  async function attachControls(req: Request): Promise<void> {
    const type = req.is(URLENCODED); // null where there is no body
    if (req.method === "GET" || req.method === "HEAD") {
      lazy(req, "controls", () => parseForm(queryOf(req), limits));
    } else if (type) {
      const bytes = await readForm(req, bodyLimit);
      req.controls = parseForm(bytes, limits);
      lazy(req, "body", () => parseExtended(bytes));
    } else if (type === null || req.get("Content-Length") === "0") {
      req.controls = [];
    } else {
      lazy(req, "controls", () => {
        throw notAForm(req);
      });
    }
  }

  return async (req, _res, next) => {
    // A route's own controls() has nothing to add to the app's
    if (!Object.hasOwn(req, "controls")) {
      if (sameOrigin !== false && isSimple(req)) checkOrigin(req, trusted);
      await attachControls(req);
    }
    next();
  };
}

async function readForm(req: Request, limit: number): Promise<Buffer> {
  if (req.body !== undefined || req.readableDidRead) {
    throw new Error(
      "The body was already read by another middleware: put controls() before it, or in its place",
    );
  }
  try {
    const charset = new MIMEType(req.get("Content-Type") ?? URLENCODED).params.get("charset");
    if (charset !== null && !UTF_8.test(charset)) throw notUtf8(415, charset);
    return await readBody(req, limit);
  } catch (error) {
    await discardBody(req);
    throw error;
  }
}

/** Whether a page of any site may send such a body without being asked first (the Fetch standard, CORS-safelisted types). */
function isSimple(req: Request): boolean {
  const type = req.get("Content-Type");
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
  for (const [name, value] of controls) {
    // A browser writes there which encoding it used; the standard has long been UTF-8 alone
    if (name === "_charset_" && typeof value === "string" && !UTF_8.test(value)) throw notUtf8(400, value);
  }
  return controls;
}

function notUtf8(status: number, charset: string): HttpError {
  return new HttpError(status, `A form must be sent as UTF-8; this one says "${charset}"`);
}

function notAForm(req: Request): HttpError {
  const type = req.get("Content-Type")?.split(";")[0] ?? "without a content type";
  return new HttpError(415, `A form must be sent as ${URLENCODED}; this one is ${type}`);
}
