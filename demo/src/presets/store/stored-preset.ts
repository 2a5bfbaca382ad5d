import { z } from "zod";
import { Preset } from "../preset.ts";

/** Reads a row of the table without its cycles. */
export const Entry = z.object({
  id: z.int(),
  /** Whatever another program has put there, the preset is listed, so that it can be deleted. */
  name: z.string().catch("(no text)"),
  version: z.int(),
  /** ISO 8601, UTC; undefined where another program has put something else there. */
  updatedAt: z.iso.datetime().optional().catch(undefined),
});
/** A line of the list of presets. */
export type PresetEntry = z.output<typeof Entry>;

/** A preset, and which state of it this is. */
export interface StoredPreset extends PresetEntry {
  readonly preset: Preset;
}

/**
 * Reads a preset as the database keeps it.
 *
 * @throws {StoredPresetError} where it is none
 */
export function readPreset(id: number, stored: unknown): Preset {
  const result = Preset.safeParse(readJson(id, stored));
  if (!result.success)
    throw new StoredPresetError(id, z.prettifyError(result.error), { cause: result.error });
  return result.data;
}

function readJson(id: number, stored: unknown): unknown {
  if (typeof stored !== "string") throw new StoredPresetError(id, "it is no text");
  try {
    return JSON.parse(stored);
  } catch (cause) {
    throw new StoredPresetError(id, "it is no JSON", { cause });
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
