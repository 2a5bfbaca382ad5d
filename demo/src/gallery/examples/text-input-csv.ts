import { createForm, textInputCsv } from "@turnform/form";
import { z } from "zod";

export const title = "Text input CSV";
export const about = "Comma-separated values in one line. This is the default for tuples.";
export const group = "Text and numbers";
export const docs = ["/docs/packages/form#widgets"];

const Place = z.object({
  position: z
    .tuple([
      z.number().min(-90).max(90).meta({ title: "Latitude" }),
      z.number().min(-180).max(180).meta({ title: "Longitude" }),
    ])
    .meta({ title: "Position", description: "Latitude and longitude, such as 47.37,8.54" }),
  names: z
    .array(z.string())
    .optional()
    .meta({ title: "Names", placeholder: "Zurich;Turicum", widget: textInputCsv({ delimiter: ";" }) }),
});

export const form = createForm(Place, { formId: "text-input-csv", buttons: ["save"] });

export const filled = { position: [47.37, 8.54], names: ["Zurich", "Zürich, old town"] };
