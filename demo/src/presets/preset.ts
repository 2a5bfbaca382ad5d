import { createForm, hidden, sequence } from "@turnform/form";
import { z } from "zod";

/** A sign with a shape. */
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

/** What the turntable plays: cycles of moves, in order, all of them `repeats` times. */
export const Preset = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(60)
    // Half a character, which JSON can hold, is none to a database; a turned direction would garble what stands beside the name.
    .regex(/^[^\p{Cs}\p{Cc}\u202A-\u202E\u2066-\u2069]*$/u, "Control characters are not allowed")
    .refine((name) => SEEN.test(name), "Expected something that can be seen")
    .meta({ title: "Name" }),
  repeats: z
    .int()
    .min(1)
    .max(99)
    .default(1)
    .meta({ title: "Repeats", description: "How many times all cycles are played." }),
  cycles: z.array(Cycle).min(1).max(20).meta({
    title: "Cycles",
    description: "Played from top to bottom. A move turns to its angle, then waits for its dwell.",
    orderable: true,
  }),
});
/** A preset as the form gives it and the database keeps it. */
export type Preset = z.output<typeof Preset>;

/** A preset in its form: with the version that is edited, so that nobody saves over what they have not seen. */
const EditedPreset = Preset.extend({ version: z.int().min(1).meta({ widget: hidden() }) });

const common = { formId: "preset", warnUnsaved: true };
const save = ["save", { name: "play", title: "Save and play" }] as const;

/** The form of a preset that is not there yet, shared by all requests. */
export const newPresetForm = createForm(Preset, { ...common, buttons: save });

/** The form of a preset that was deleted while somebody edited it. */
export const revivingForm = createForm(Preset, {
  ...common,
  action: "/presets/new",
  buttons: [{ name: "save", title: "Save as a new preset" }],
});

/** The form that edits a preset. */
export const presetForm = createForm(EditedPreset, { ...common, buttons: save });

/** The same form where somebody else was faster; it goes on at an address that says so. */
export const conflictForm = createForm(EditedPreset, {
  ...common,
  action: "?conflict",
  buttons: [
    { name: "save", title: "Save mine anyway" },
    { name: "theirs", title: "Take theirs", type: "link", href: "?" },
  ],
});

/** Shows a preset. */
export const shownPresetForm = createForm(Preset, { formId: "theirs", buttons: [] });

/** The preset that a new database starts with. */
export const examplePreset: Preset = {
  name: "Product tour",
  repeats: 2,
  cycles: [
    [
      { angle: 0, speed: 90, dwell: 500 },
      { angle: 90, speed: 45, dwell: 1500 },
      { angle: 180, speed: 45, dwell: 1500 },
    ],
    [{ angle: 0, speed: 180, dwell: 1000 }],
  ],
};
