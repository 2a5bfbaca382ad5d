import { createForm, sequence } from "@turnform/form";
import { z } from "zod";

const Move = z
  .object({
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
export const Preset = z.object({
  name: z.string().min(1).max(60).meta({ title: "Name" }),
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

/** The form that edits a preset, shared by all requests. */
export const presetForm = createForm(Preset, { formId: "preset", buttons: ["save"], warnUnsaved: true });

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
