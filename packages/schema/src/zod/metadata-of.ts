import { z } from "zod";
import type { Metadata } from "../metadata.ts";

/** Metadata of a type, over that of the type it wraps. */
export function metadataOf(type: z.core.$ZodType, inner: Metadata = {}): Metadata {
  return { ...inner, ...z.globalRegistry.get(type) };
}
