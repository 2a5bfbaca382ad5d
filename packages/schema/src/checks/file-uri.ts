import type { z } from "zod";
import { check, type CheckOptions } from "./check.ts";

const FILE_URI = /^file:\/\/(?:\/|[/?]\S+)$/i;

/**
 * Makes a check for the URI of a local file without white space: `file:///etc/hosts`.
 *
 *     z.string().check(fileUri())
 */
export function fileUri(options?: CheckOptions): z.core.$ZodCheck<string> {
  return check("fileUri", (text) => FILE_URI.test(text), {}, options);
}
