import { createForm, hidden } from "@turnform/form";
import { z } from "zod";

export const title = "Hidden";
export const about =
  "Values of any type that the form posts back without showing them. Their errors appear in the summary.";
export const group = "Text and numbers";
export const docs = ["/docs/packages/form#widgets"];

const Page = z.object({
  revision: z.int().min(1).meta({ title: "Revision", initial: 7, widget: hidden() }),
  tags: z.array(z.string()).meta({ title: "Tags", initial: ["draft", "short"], widget: { hidden: true } }),
  heading: z.string().min(3).meta({ title: "Heading" }),
});

export const form = createForm(Page, { formId: "hidden", buttons: ["save"] });

export const filled = { revision: 12, tags: ["published"], heading: "Turning tables" };
