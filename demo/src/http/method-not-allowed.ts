import { HttpError } from "@turnform/express-adapter";
import type { RequestHandler } from "express";

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
