import { createForm } from "@turnform/form";
import { z } from "zod";

const Task = z
  .object({
    task: z.string(),
    done: z.boolean(),
    get steps() {
      return z.array(Task).meta({ orderable: true });
    },
  })
  .meta({ title: "Task" });

export const form = createForm(z.object({ plan: Task.meta({ title: "Plan" }) }));

export const data = {
  plan: {
    task: "Move house",
    done: false,
    steps: [
      { task: "Pack", done: true, steps: [{ task: "Buy boxes", done: true, steps: [] }] },
      { task: "Hire a van", done: false, steps: [] },
    ],
  },
};
