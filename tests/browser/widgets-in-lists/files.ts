import { fileInput } from "@turnform/form";
import { richText } from "@turnform/form/rich-text";
import { z } from "zod";
import type { Family } from "./family.ts";

const fileOf = (name: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(`This is ${name}`) });
const read = (name: string) => [name, `This is ${name}`];
const covers = ["žába.txt", "frog.txt"] as const;
const photos = [["1.txt", "2.txt"], ["3.txt"]] as const;

export const files: Family = {
  name: "files and rich text",
  fields: {
    cover: z.file().meta({ widget: fileInput() }),
    photos: z.array(z.file()).meta({ widget: fileInput({ multiple: true }) }),
    story: z.string().meta({ widget: richText() }),
  },
  async fill(item, which, script) {
    await item.getByLabel("Cover").setInputFiles(fileOf(covers[which]));
    const kept = item.getByRole("checkbox", { name: "Keep" });
    for (const box of await kept.all()) await box.uncheck();
    await item.getByLabel("Photos").setInputFiles(photos[which].map(fileOf));
    const text = ["Frogs are green", "Toads are brown"][which] ?? "";
    await item.getByRole("textbox", { name: "Story" }).fill(script ? text : `<p>${text}</p>`);
  },
  data: [
    { cover: read(covers[0]), photos: photos[0].map(read), story: "<p>Frogs are green</p>" },
    { cover: read(covers[1]), photos: photos[1].map(read), story: "<p>Toads are brown</p>" },
  ],
};
