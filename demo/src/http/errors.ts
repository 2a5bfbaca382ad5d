import { STATUS_CODES } from "node:http";
import { HttpError } from "@turnform/express-adapter";
import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Log } from "../log.ts";

/**
 * Creates the last handler of a route, for `.all()`. It answers all other methods with 405.
 *
 * @param allowed Methods of the route
 */
export function methodNotAllowed(...allowed: readonly string[]): RequestHandler<Record<string, string>> {
  return (req, res) => {
    res.set("Allow", allowed.join(", "));
    throw new HttpError(405, `This address does not support ${req.method}. Use ${allowed.join(" or ")}.`);
  };
}

/**
 * Creates the handler that shows errors: as a page, or as JSON if the request asks for it.
 *
 * @param log Gets errors with a status of 500 or more
 */
export function errorPage(log: Log): ErrorRequestHandler {
  // Express recognizes an error handler by its four parameters.
  return (error: unknown, req, res, next) => {
    const { status, message } = describeError(error);
    if (status >= 500)
      log("error", "request failed", {
        id: res.locals["requestId"],
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    if (res.headersSent) {
      next(error);
      return;
    }
    res.status(status);
    if (req.accepts(["html", "json"]) === "json") res.json({ status, message });
    else res.render("error", { title: STATUS_CODES[status], message });
  };
}

/** Returns the status of an error (default: 500) and a message that is safe to show to anyone. */
function describeError(error: unknown): { status: number; message: string } {
  if (error instanceof Error) {
    const asked = "status" in error ? Number(error.status) : 500;
    const status = asked >= 400 && asked < 600 ? asked : 500;
    const expose = "expose" in error ? error.expose === true : status < 500;
    if (expose) return { status, message: error.message };
    if (status < 500) return { status, message: "The server can't read this request." };
  }
  return { status: 500, message: "The server failed to answer. Please try again later." };
}
