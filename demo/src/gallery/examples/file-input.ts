import { createForm, fileInput, SavedFile } from "@turnform/form";
import { z } from "zod";

export const title = "File";
export const about =
  "One file or several. Chosen files are kept while you correct other fields. Untick a file to leave it out.";
export const group = "Files";
export const docs = ["/docs/guide/04-files#the-schema", "/docs/concepts/uploads#a-file-in-a-schema"];

const Album = z.object({
  title: z.string().min(3),
  cover: z.file().mime(["image/png", "image/jpeg"]).max(2_000_000),
  photos: z
    .array(z.file().max(2_000_000))
    .min(1)
    .max(4)
    .meta({
      description: "One to four images of at most 2 MB each.",
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
  cover: new SavedFile({ id: "1", name: "frog.png", size: 20_480, type: "image/png" }),
  photos: ["pond.jpg", "leaf.jpg"].map((name) => new SavedFile({ id: name, name, size: 40_960 })),
};
