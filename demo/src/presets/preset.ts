import { createForm, hidden, sequence } from "@turnform/form";
import { z } from "zod";

/** A visible character. */
const SEEN = /(?!\p{Default_Ignorable_Code_Point}|\u2800)[\p{L}\p{N}\p{P}\p{S}]/u;

const Move = z
  .strictObject({
    angle: z.number().min(0).max(180).meta({ title: "Angle (°)" }),
    speed: z.number().min(1).max(360).meta({ title: "Speed (°/s)" }),
    dwell: z.int().min(0).max(60_000).meta({ title: "Dwell (ms)" }),
  })
  .meta({ title: "Move" });

const Cycle = z
  .array(Move)
  .min(1)
  .max(50)
  .meta({
    title: "Cycle",
    widget: sequence({
      orderable: true,
      itemTitle: "Move ${number}: ${angle}° at ${speed}°/s",
      group: "moves",
    }),
  });

/** A program of the turntable: cycles of moves, played in order, all of them `repeats` times. */
export const Preset = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(60)
    // The database can't store lone surrogates from JSON. Bidi controls would garble the text after the name.
    .regex(/^[^\p{Cs}\p{Cc}\u202A-\u202E\u2066-\u2069]*$/u, "Control characters are not allowed")
    .refine((name) => SEEN.test(name), "Enter at least one visible character")
    .meta({ title: "Name" }),
  repeats: z
    .int()
    .min(1)
    .max(99)
    .default(1)
    .meta({ title: "Repeats", description: "How often the turntable plays all cycles." }),
  cycles: z.array(Cycle).min(1).max(20).meta({
    title: "Cycles",
    description: "Played from top to bottom. A move turns to its angle, then waits for its dwell.",
    orderable: true,
  }),
});
export type Preset = z.output<typeof Preset>;

/** A preset with the version that the person edits, so that nobody overwrites a version they have not seen. */
const EditedPreset = Preset.extend({ version: z.int().min(1).meta({ widget: hidden() }) });

const common = { formId: "preset", warnUnsaved: true };
const save = ["save", { name: "play", title: "Save and play" }] as const;

export const newPresetForm = createForm(Preset, { ...common, buttons: save });

/** The form for a preset that was deleted while a person edited it. */
export const revivingForm = createForm(Preset, {
  ...common,
  action: "/presets/new",
  buttons: [{ name: "save", title: "Save as a new preset" }],
});

export const presetForm = createForm(EditedPreset, { ...common, buttons: save });

/** The edit form after a conflict. `?conflict` in its address keeps both versions on the page until one is saved. */
export const conflictForm = createForm(EditedPreset, {
  ...common,
  action: "?conflict",
  buttons: [
    { name: "save", title: "Save mine anyway" },
    { name: "theirs", title: "Take theirs", type: "link", href: "?" },
  ],
});

/** The read-only view of the other person's version. */
export const shownPresetForm = createForm(Preset, { formId: "theirs", buttons: [] });
