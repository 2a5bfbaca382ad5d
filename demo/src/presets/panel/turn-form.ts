import { createForm, rangeInput } from "@turnform/form";
import { z } from "zod";

const Turn = z.strictObject({
  angle: z
    .number()
    .min(0)
    .max(180)
    .meta({ title: "Turn by hand (°)", widget: rangeInput({ step: 1 }) }),
});

/** The slider that turns the table by hand; `turntable.js` sends it while it is moved. */
export const turnForm = createForm(Turn, {
  formId: "turn",
  action: "/turntable/turn",
  buttons: [{ name: "turn", title: "Turn" }],
});
