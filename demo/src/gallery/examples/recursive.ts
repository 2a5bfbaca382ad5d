import { createForm } from "@turnform/form";
import { z } from "zod";

export const title = "Recursive";
export const about = "A schema that contains itself: each part can have parts, at any depth.";
export const group = "Sequences";

const Part = z
  .object({
    name: z.string().min(1).meta({ title: "Name" }),
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
