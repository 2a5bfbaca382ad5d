import { createForm, tupleGroup } from "@turnform/form";
import { z } from "zod";

export const title = "Tuple";
export const about =
  "A few values in a fixed order, each with its own field. A tuple with a rest takes further values.";
export const group = "Groups of fields";
export const docs = ["/docs/concepts/sequences-and-mappings#other-types-with-items"];

const Size = z.tuple([
  z.number().positive().meta({ title: "Width" }),
  z.number().positive().meta({ title: "Height" }),
  z.enum(["cm", "inch"]).meta({ title: "Unit" }),
]);

const Stop = z.object({ city: z.string(), nights: z.int().min(1) });

const Tour = z.object({
  poster: Size.meta({ widget: tupleGroup() }),
  stops: z
    .tuple([Stop.meta({ title: "First stop" })], Stop.meta({ title: "Stop" }))
    .meta({ description: "The first stop of the tour and all further stops." }),
});

export const form = createForm(Tour, { formId: "tuple-group", buttons: ["plan"] });

export const filled = {
  poster: [60, 80, "cm"],
  stops: [
    { city: "Bern", nights: 2 },
    { city: "Basel", nights: 1 },
  ],
};
