import { createForm } from "@turnform/form";
import { z } from "zod";

export const title = "Recursive";
export const about = "A schema that contains itself: each part can have parts, at any depth.";
export const group = "Sequences";
export const docs = [
  "/docs/concepts/sequences-and-mappings#other-types-with-items",
  "/docs/packages/form#lists",
];

const Part = z
  .object({
    name: z.string().meta({ title: "Name" }),
    get parts() {
      return z.array(Part).meta({ title: "Parts" });
    },
  })
  .meta({ title: "Part" });

export const form = createForm(z.object({ machine: Part.meta({ title: "Machine" }) }), {
  formId: "recursive",
});

export const filled = {
  machine: {
    name: "Turntable",
    parts: [
      { name: "Platter", parts: [] },
      { name: "Arm", parts: [{ name: "Needle", parts: [] }] },
    ],
  },
};
