import { HttpError } from "@turnform/express-adapter";
import type { Request } from "express";

export const GONE = "This preset does not exist. It may have been deleted.";

/**
 * Reads the id of a preset from a path with `:id`.
 *
 * @throws {HttpError} 404 if it is not a positive integer of at most 15 digits
 */
export function presetId({ params }: Request<Record<string, string>>): number {
  const id = String(params["id"]);
  return found(/^[1-9]\d{0,14}$/.test(id) && Number(id));
}

/**
 * Returns a value that was found.
 *
 * @throws {HttpError} 404 if the value is undefined or `false`
 */
export function found<T>(value: T | undefined | false): T {
  if (value === undefined || value === false) throw new HttpError(404, GONE);
  return value;
}
