import type { ErrorRequestHandler } from "express";
import { exchangeOf } from "./express-exchange.ts";
import { HttpError } from "./http-error.ts";
import { problem } from "./problem.ts";

/**
 * Returns an error handler that tells the sender of a form why it was refused. It answers with a small page, or with JSON
 * (problem details, RFC 9457) if the client prefers it.
 *
 *     app.use(formErrors()); // after the routes
 *
 * Without it, Express's own handler answers with the same status, but in production without the reason.
 *
 * @returns the error handler; it passes on all errors but `HttpError`
 */
export function formErrors(): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (!(error instanceof HttpError) || res.headersSent) return next(error);
    const { type, body } = problem(exchangeOf(req), error.status, error.message);
    res.status(error.status).type(type).send(body);
  };
}
