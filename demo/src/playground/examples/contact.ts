import { createForm, textArea } from "@turnform/form";
import { z } from "zod";

const Message = z.object({
  name: z.string().meta({ title: "Your name" }),
  email: z.email().meta({ title: "E-mail", description: "We answer to this address." }),
  subject: z.enum(["question", "praise", "complaint"]),
  message: z
    .string()
    .min(10)
    .max(1000)
    .meta({ widget: textArea({ rows: 6 }) }),
  copy: z.boolean().meta({ title: "Send me a copy" }),
});

export const form = createForm(Message, { buttons: ["send"] });
