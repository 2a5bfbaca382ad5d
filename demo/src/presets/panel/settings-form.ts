import { FieldErrors, formRoute, HttpError } from "@turnform/express-adapter";
import { createForm, hidden, switchInput } from "@turnform/form";
import type { RequestHandler } from "express";
import { z } from "zod";
import { type TableSettings, type Turntable, TurntableError } from "../../turntable/index.ts";

const angle = z.number().min(0).max(180).multipleOf(0.01);

const Settings = z
  .strictObject({
    low: angle.meta({ title: "Lowest angle (°)" }),
    high: angle.meta({
      title: "Highest angle (°)",
      description: "The table refuses turns outside of these limits.",
    }),
    acceleration: z.int().min(0).max(1_000).meta({
      title: "Acceleration (°/s²)",
      description:
        "How fast a turn speeds up and slows down. Lower it if the table jerks. 0 starts and stops at full speed.",
    }),
    reverse: z.boolean().meta({
      title: "Turn the other way",
      description:
        "Turns the angles around, so that 30° becomes 150°. The limits stay in their places, unless you change them too.",
      widget: switchInput(),
    }),
    /** The settings of the table when the page was loaded. */
    seen: z.string().max(100).meta({ widget: hidden() }),
  })
  .refine(({ low, high }) => low < high, { path: ["high"], error: "Must be above the lowest angle" });

const settingsForm = createForm(Settings, { formId: "settings", buttons: ["save"] });

/** Creates the handler that shows and changes the settings of the table. */
export function settingsRoute(turntable: Turntable): RequestHandler<Record<string, string>> {
  return formRoute(settingsForm, ({ seen, ...settings }) => change(turntable, settings, seen), {
    load: async () => {
      const settings = await known(turntable);
      return { ...settings, seen: textOf(settings) };
    },
    view: "table-settings",
    redirect: (_saved, req) => req.originalUrl,
    notice: "The table keeps the new settings.",
  });
}

async function change(turntable: Turntable, settings: TableSettings, seen: string): Promise<void> {
  const current = turntable.status.settings;
  if (current && textOf(current) !== seen) {
    const message = `Someone else has changed the settings: ${textOf(current)}. Load this page again, and change them there.`;
    throw new FieldErrors({ "": message }, { status: 409 });
  }
  try {
    await turntable.changeSettings(settings);
  } catch (cause) {
    if (!(cause instanceof TurntableError)) throw cause;
    throw new FieldErrors({ "": cause.message }, { cause, status: cause.problem === "lost" ? 503 : 422 });
  }
}

/** Writes settings in words. Equal settings have equal texts. */
function textOf({ low, high, acceleration, reverse }: TableSettings): string {
  return `${low}° to ${high}°, ${acceleration}°/s²${reverse ? ", the other way" : ""}`;
}

/**
 * Reads the settings from the table.
 *
 * @returns its last known settings if it does not answer
 * @throws {HttpError} 503 if the settings are unknown
 */
async function known(turntable: Turntable): Promise<TableSettings> {
  await turntable.readSettings().catch((error: unknown) => {
    if (!(error instanceof TurntableError)) throw error;
  });
  const { settings, connection } = turntable.status;
  if (settings) return settings;
  const message =
    connection === "ready"
      ? "The table has told no settings. Older firmware keeps none: upload the current one."
      : "The settings are in the table, which can’t be reached now. Check its cable and power.";
  throw new HttpError(503, message);
}
