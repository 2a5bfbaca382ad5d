import { createForm, sequence } from "@turnform/form";
import { z } from "zod";

export const title = "Moving items between lists";
export const about =
  "Lists of the same group: drag an item from one list to the other, or move it with Alt and an arrow key.";
export const group = "Sequences";
export const docs = ["/docs/guide/03-sequences#3-lists-and-lists-of-lists", "/docs/packages/form#lists"];

const Task = z.object({
  what: z.string().meta({ title: "What" }),
  hours: z.number().min(0).meta({ title: "Hours" }),
});
const tasks = z.array(Task.meta({ title: "Task" }));
const widget = sequence({ orderable: true, group: "tasks", itemTitle: "Task ${number}: ${what}" });

const Board = z.object({
  open: tasks.meta({ title: "To do", widget }),
  done: tasks.max(3).meta({ title: "Done", widget }),
});

export const form = createForm(Board, { formId: "sequence-groups" });

export const filled = {
  open: [
    { what: "Write", hours: 3 },
    { what: "Read", hours: 1 },
  ],
  done: [{ what: "Think", hours: 8 }],
};
