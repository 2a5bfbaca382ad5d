import type { Control } from "@turnform/schema";
import { defineLazy } from "@turnform/schema/lazy";
import type { Request, RequestHandler } from "express";
import { controlsReader, type ReadingOptions } from "./controls-reader.ts";
import { exchangeOf } from "./express-exchange.ts";
import { setOwner } from "./owner.ts";

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

/** The parser of `req.body`. It loads with the first body, because it takes as long as the rest of the package. */
let extendedBody: Promise<typeof import("./extended-body.ts")> | undefined;

/** Options of `controls()`. */
export interface ControlsOptions extends ReadingOptions {
  /**
   * Returns the key of a request's sender, such as the id of the signed-in user or of the session. Nobody else gets the sender's
   * uploads back, or may send the sender's pages. The key must stay the same from a page to its post. Return `""` for an
   * unknown sender. Default: a random key in the cookie `turnform_owner`, signed with the secret of `setSecret()`.
   */
  readonly owner?: (req: Request) => string | Promise<string>;
}

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
  const { owner } = options;
  const readControls = controlsReader(options);

  return async (req, _res, next) => {
    // The app's controls() ran before the route's
    if (!Object.hasOwn(req, "controls")) {
      const exchange = exchangeOf(req);
      if (owner) setOwner(exchange, () => owner(req));
      const { controls, bytes } = await readControls(req, exchange);
      if (typeof controls === "function") defineLazy(req, { controls });
      else req.controls = controls;
      if (bytes) {
        const { parseExtended } = await (extendedBody ??= import("./extended-body.ts"));
        defineLazy(req, { body: () => parseExtended(bytes) });
      }
    }
    next();
  };
}
