import type { Control } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { fileInput } from "../widgets/file-input.ts";

const file = (name: string): File => new File([name], name);
const list = (name: string, ...controls: Control[]): Control[] => [
  ["__start__", `${name}:sequence`],
  ...controls,
  ["__end__", `${name}:sequence`],
];
const named = (...names: string[]): Control[] => names.map((name): Control => ["upload", file(name)]);

describe("files", () => {
  it("are those at file fields of any depth, and no others", () => {
    const Page = z.object({ scan: z.file().optional(), note: z.string() });
    const form = createForm(
      z.object({
        cover: z.file(),
        photos: z.array(z.file()).meta({ widget: fileInput({ multiple: true }) }),
        pages: z.array(Page),
        extra: z.record(z.string(), z.file()),
        any: z.discriminatedUnion("kind", [
          z.object({ kind: z.literal("page"), scan: z.file() }),
          z.object({ kind: z.literal("text"), text: z.string() }),
        ]),
      }),
    );
    const controls: Control[] = [
      ...list("cover", ...named("replaced", "cover")),
      ...list("photos", ...named("photo 1", "photo 2")),
      ...list(
        "pages",
        ["__start__", "pages:mapping"],
        ...list("scan", ...named("scan")),
        ["note", file("a note?")],
        ["__end__", "pages:mapping"],
      ),
      ["other", file("other")],
      ...list("others", ...named("others")),
    ];
    const { form: page } = form.validate(controls);
    expect(page.files().map(({ name }) => name)).toEqual(["cover", "photo 1", "photo 2", "scan"]);
    const filled = form.render({
      extra: { a: file("a"), b: file("b") },
      any: { kind: "page", scan: file("case") },
    });
    expect(filled.files().map(({ name }) => name)).toEqual(["a", "b", "case"]);
  });
});
