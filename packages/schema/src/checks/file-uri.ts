import type { z } from "zod";
import { check, type CheckOptions } from "./check.ts";

const FILE_URI = /^file:\/\/(?:\/|[/?]\S+)$/i;

/**
 * The address of a file of this machine: `file:///etc/hosts`, without white space.
 *
 *     z.string().check(fileUri())
 *
 * @returns a check for texts
 */
export function fileUri(options?: CheckOptions): z.core.$ZodCheck<string> {
  return check("fileUri", (text) => FILE_URI.test(text), {}, options);
}
