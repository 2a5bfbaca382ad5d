import { STATUS_CODES } from "node:http";
import { HttpError } from "@turnform/express-adapter";
import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Log } from "../log.ts";

/**
 * Makes the last handler of a route, for `.all()`: it answers methods that the route does not take.
 *
 * @param allowed What it takes
 */
export function methodNotAllowed(...allowed: readonly string[]): RequestHandler<Record<string, string>> {
  return (req, res) => {
    res.set("Allow", allowed.join(", "));
    throw new HttpError(405, `This address takes ${allowed.join(", ")}, not ${req.method}.`);
  };
}

/**
 * Makes the handler that shows errors, as a page or, to a script that asks for it, as JSON.
 *
 * @param log Told of what is this side's fault
 */
export function errorPage(log: Log): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
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

/** @returns the status that an error asks for, else 500, and a message fit for a stranger */
function describeError(error: unknown): { status: number; message: string } {
  if (error instanceof Error) {
    const asked = "status" in error ? Number(error.status) : 500;
    const status = asked >= 400 && asked < 600 ? asked : 500;
    const expose = "expose" in error ? error.expose === true : status < 500;
    if (expose) return { status, message: error.message };
    if (status < 500) return { status, message: "The request could not be understood." };
  }
  return { status: 500, message: "Something went wrong on this side. Please try again later." };
}
