import { createForm } from "@turnform/form";
import { richText } from "@turnform/form/rich-text";
import { z } from "zod";

export const title = "Rich text";
export const about =
  "Text with headings, lists and links. The server sanitizes it, so you can show it without escaping.";
export const group = "Text and numbers";
export const docs = ["/docs/packages/form#widgets", "/docs/examples#rich-text"];

const Article = z.object({
  title: z.string().min(3),
  summary: z
    .string()
    .max(200)
    .optional()
    .meta({
      description: "Bold, italic and links only.",
      widget: richText({ tags: ["strong", "em", "a"], rows: 3 }),
    }),
  text: z.string().meta({ widget: richText() }),
});

export const form = createForm(Article, { formId: "rich-text", buttons: ["publish"] });

export const filled = {
  title: "Frogs",
  summary: "<p>Why they are <strong>green</strong>.</p>",
  text:
    "<h2>Colours</h2><p>Most frogs are <em>green</em>, some are:</p><ul><li><p>brown</p></li><li><p>blue</p></li></ul>" +
    '<blockquote><p>Be green.</p></blockquote><p>Read <a href="https://example.org/frogs">more</a>.</p>',
};
