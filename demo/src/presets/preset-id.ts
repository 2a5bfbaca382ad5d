import { HttpError } from "@turnform/express-adapter";
import type { Request } from "express";

/** What is said where a preset is not there. */
export const GONE = "There is no such preset. It may have been deleted.";

/**
 * Reads the id of a preset from a path such as `/presets/:id`.
 *
 * @throws {HttpError} 404 where it can be none
 */
export function presetId({ params }: Request<Record<string, string>>): number {
  const id = String(params["id"]);
  return found(/^[1-9]\d{0,14}$/.test(id) && Number(id));
}

/**
 * @returns what was found
 * @throws {HttpError} 404 where it is nothing, or `false`
 */
export function found<T>(value: T | undefined | false): T {
  if (value === undefined || value === false) throw new HttpError(404, GONE);
  return value;
}
