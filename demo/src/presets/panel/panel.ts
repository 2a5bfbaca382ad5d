import { createForm, rangeInput } from "@turnform/form";
import { z } from "zod";
import type { Turntable } from "../../turntable/index.ts";
import { liveView } from "./live-view.ts";

const Turn = z.strictObject({
  angle: z
    .number()
    .min(0)
    .max(180)
    .meta({ title: "Turn by hand (°)", widget: rangeInput({ step: 1 }) }),
});

/** The form with the slider that turns the table by hand. `turntable.js` posts it while the slider moves. */
export const turnForm = createForm(Turn, {
  formId: "turn",
  action: "/turntable/turn",
  buttons: [{ name: "turn", title: "Turn" }],
});

const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", timeZone: "UTC" });

/** Returns the data of the turntable's panel, for any view. */
export function panel(turntable: Turntable): object {
  const live = liveView(turntable.status);
  return {
    live,
    limitation: turntable.status.limitation,
    turn: turnForm.render({ angle: Math.round(live.angle ?? 90) }),
    seen: `${clock.format(new Date())} UTC`,
  };
}
