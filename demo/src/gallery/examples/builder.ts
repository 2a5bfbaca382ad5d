import { createForm } from "@turnform/form";
import { z } from "zod";

export const title = "Builder";
export const about = "A list of several kinds of items: the button to add one offers the kinds.";
export const group = "Sequences";
export const docs = ["/docs/concepts/edit-buttons#lists-of-several-kinds"];

const Picture = z.object({ kind: z.literal("picture"), address: z.url() });
const Video = z.object({ kind: z.literal("video"), address: z.url(), minutes: z.int().min(1) });

const Block = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("heading"), text: z.string() }),
  z.object({ kind: z.literal("paragraph"), text: z.string() }),
  z.object({
    kind: z.literal("album"),
    media: z.array(z.discriminatedUnion("kind", [Picture, Video]).meta({ title: "Medium" })),
  }),
]);

const Page = z.object({
  blocks: z
    .array(Block.meta({ title: "Block" }))
    .max(5)
    .meta({ orderable: true }),
});

export const form = createForm(Page, { formId: "builder" });

export const filled = {
  blocks: [
    { kind: "heading", text: "Fjords" },
    { kind: "album", media: [{ kind: "picture", address: "https://example.com/fjord.jpg" }] },
    { kind: "paragraph", text: "Go by boat." },
  ],
};
