import type { z } from "zod";
import { check, type CheckOptions } from "./check.ts";

const UUID = /^(?:urn:uuid:)?\{?[\da-f]{8}(?:-?[\da-f]{4}){3}-?[\da-f]{12}\}?$/i;

/**
 * Makes a check for UUIDs of any version and spelling: with or without dashes, in braces, as a URN.
 *
 *     z.string().check(uuid())   // "urn:uuid:{123E4567-e89b-12d3-a456-426614174000}" passes
 *
 * `z.uuid()` accepts one spelling only and also checks the version.
 */
export function uuid(options?: CheckOptions): z.core.$ZodCheck<string> {
  return check("uuid", (text) => UUID.test(text), {}, options);
}
