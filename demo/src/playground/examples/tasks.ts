import { createForm } from "@turnform/form";
import { z } from "zod";

const Part = z
  .object({
    name: z.string().min(1),
    get parts() {
      return z.array(Part);
    },
  })
  .meta({ title: "Part" });

export const form = createForm(z.object({ machine: Part.meta({ title: "Machine" }) }));

export const data = {
  machine: {
    name: "Turntable",
    parts: [
      { name: "Platter", parts: [] },
      { name: "Arm", parts: [{ name: "Needle", parts: [] }] },
    ],
  },
};
