import { z } from "zod";
import { Preset } from "../preset.ts";

/** Schema of a table row without the cycles. It accepts damaged rows, so that a person can see and delete them. */
export const Entry = z.object({
  id: z.int(),
  name: z.string().catch("(no text)"),
  version: z.int(),
  /** ISO 8601, UTC; undefined if damaged. */
  updatedAt: z.iso.datetime().optional().catch(undefined),
});
export type PresetEntry = z.output<typeof Entry>;

export interface StoredPreset extends PresetEntry {
  readonly preset: Preset;
}

/**
 * Parses a stored preset.
 *
 * @throws {StoredPresetError} if it is not JSON or does not fit the schema
 */
export function readPreset(id: number, stored: unknown): Preset {
  const result = Preset.safeParse(readJson(id, stored));
  if (!result.success)
    throw new StoredPresetError(id, z.prettifyError(result.error), { cause: result.error });
  return result.data;
}

function readJson(id: number, stored: unknown): unknown {
  if (typeof stored !== "string") throw new StoredPresetError(id, "it is not text");
  try {
    return JSON.parse(stored);
  } catch (cause) {
    throw new StoredPresetError(id, "it is not JSON", { cause });
  }
}

/** Thrown when a preset in the database isn't JSON or doesn't fit the schema. */
export class StoredPresetError extends Error {
  override readonly name = "StoredPresetError";
  /** Lets the error page show the message. */
  readonly expose = true;
  readonly id: number;

  constructor(id: number, problem: string, options?: ErrorOptions) {
    super(`Preset ${id} in the database can't be read: ${problem}`, options);
    this.id = id;
  }
}
