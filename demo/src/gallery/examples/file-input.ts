import { createForm, fileInput } from "@turnform/form";
import { z } from "zod";

export const title = "File";
export const about =
  "One file or several. What was chosen is kept while the rest of the form is mended; untick it to leave it out.";
export const group = "Files";

const Album = z.object({
  title: z.string().min(3),
  cover: z.file().mime(["image/png", "image/jpeg"]).max(2_000_000),
  photos: z
    .array(z.file().max(2_000_000))
    .min(1)
    .max(4)
    .meta({
      description: "One to four images of 2 MB at most.",
      widget: fileInput({ multiple: true, accept: "image/*" }),
    }),
  notes: z
    .file()
    .optional()
    .meta({ widget: fileInput({ accept: ".txt,.pdf", preview: false }) }),
});

export const form = createForm(Album, { formId: "file-input", buttons: ["save"] });

export const filled = {
  title: "Frogs",
  cover: new File(["…"], "frog.png", { type: "image/png" }),
  photos: [new File(["…"], "pond.jpg"), new File(["…"], "leaf.jpg")],
};
