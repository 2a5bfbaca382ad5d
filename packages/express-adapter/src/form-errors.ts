import type { ErrorRequestHandler } from "express";
import { HttpError } from "./http-error.ts";
import { sendProblem } from "./problem.ts";

/**
 * Makes an error handler that tells the sender of a form why it can't be taken, as a small page or as JSON
 * (problem details, RFC 9457) by what the client accepts.
 *
 *     app.use(formErrors()); // after the routes
 *
 * Without it, Express's own handler answers with the same status, and in production without the reason.
 *
 * @returns the error handler; errors other than `HttpError` are passed on
 */
export function formErrors(): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (error instanceof HttpError && !res.headersSent) sendProblem(req, res, error.status, error.message);
    else next(error);
  };
}
