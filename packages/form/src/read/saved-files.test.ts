import type { Control } from "@turnform/schema";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { SavedFile } from "../field/saved-file.ts";
import { submittedControls } from "../testing/submitted.ts";
import { fileInput } from "../widgets/file-input.ts";
import { hidden } from "../widgets/hidden.ts";
import { compareFiles } from "./saved-files.ts";

const Album = z.object({
  cover: z.file().mime(["image/png"]).max(3000).optional(),
  parts: z.array(
    z.object({ title: z.string(), pages: z.array(z.file()).meta({ widget: fileInput({ multiple: true }) }) }),
  ),
});
const form = createForm(Album, { formId: "album", buttons: ["save"] });

const png = { type: "image/png", size: 2048 };
const cover = new SavedFile({ id: "c", name: "cover.png", address: "/files/c", ...png });
const [one, two, three] = ["1", "2", "3"].map((id) => new SavedFile({ id, name: `${id}.txt`, size: 5 }));
const album = {
  cover,
  parts: [
    { title: "A", pages: [one, two].filter((file) => file !== undefined) },
    { title: "B", pages: [three].filter((file) => file !== undefined) },
  ],
};
const posted = () => submittedControls(String(form.render(album)));

function valueOf(controls: readonly Control[], current: typeof album | undefined = album) {
  const result = form.validate(controls, current);
  return result.kind === "valid" ? result : undefined;
}

describe("SavedFile", () => {
  it("is shown with its size, a link and a box to keep it", () => {
    const html = String(form.render(album));
    expect(html).toContain("Keep cover.png (");
    expect(html).toContain('href="/files/c"');
    expect(html).toMatch(/name="__saved__"\s+value="c"/);
    const readonly = String(form.render(album, { readonly: true }));
    expect(readonly).toContain('href="/files/c"');
  });

  it("comes back as the same object if it is kept, and counts as unchanged", () => {
    const result = valueOf(posted());
    expect(result?.value.cover).toBe(cover);
    expect(result?.value.parts.map(({ pages }) => pages)).toEqual([[one, two], [three]]);
    expect(result?.changed).toEqual([]);
  });

  it("is missing after its box was unticked, and replaced by a chosen file", () => {
    const without = posted().filter(([, value]) => value !== "c" && value !== "2");
    const removed = valueOf(without)?.value;
    expect(removed).not.toHaveProperty("cover");
    expect(compareFiles(album, removed)).toEqual({ kept: [one, three], added: [], removed: [cover, two] });

    const chosen = new File(["x"], "new.png", { type: "image/png" });
    const at = posted().findIndex(([name]) => name === "upload");
    const replaced = posted().with(at, ["upload", chosen]);
    const value = valueOf(replaced)?.value;
    expect(value?.cover).toBe(chosen);
    expect(compareFiles(album, value)).toEqual({
      kept: [one, two, three],
      added: [chosen],
      removed: [cover],
    });
  });

  it("moves with its item, and stays on a page with errors", () => {
    const moved = posted().map(([name, value]): Control => [name, value === "A" ? "" : value]);
    const result = form.validate(moved, album);
    expect(result.kind).toBe("invalid");
    expect(submittedControls(String(result.form)).filter(([name]) => name === "__saved__")).toHaveLength(4);
    const at = posted().findIndex(([, value]) => value === "B");
    const edited = form.validate(posted().toSpliced(at, 0, ["__edit__", "up"]), album);
    expect(edited.kind).toBe("edited");
    const ids = submittedControls(String(edited.form)).filter(([name]) => name === "__saved__");
    expect(ids.map(([, id]) => id)).toEqual(["c", "3", "1", "2"]);
  });

  it("is not given to a post with another record's id, or without current data", () => {
    const foreign = posted().map(([name, value]): Control => [name, value === "c" ? "foreign" : value]);
    expect(valueOf(foreign)?.value).not.toHaveProperty("cover");
    expect(form.validate(posted()).kind).toBe("valid");
    const none = form.validate(posted());
    expect(none.kind === "valid" && compareFiles(undefined, none.value).kept).toEqual([]);
  });

  it("is kept by a hidden field", () => {
    const secret = createForm(z.object({ file: z.file().meta({ widget: hidden() }) }), { buttons: ["save"] });
    const controls = submittedControls(String(secret.render({ file: cover })));
    expect(secret.validate(controls, { file: cover })).toMatchObject({
      kind: "valid",
      value: { file: cover },
    });
  });

  it("holds no content, and says so", () => {
    for (const read of ["stream", "arrayBuffer", "text", "slice"] as const)
      expect(() => cover[read]()).toThrow('by its id "c"');
    expect([cover.size, cover.name, cover.type, cover.lastModified]).toEqual([
      2048,
      "cover.png",
      "image/png",
      0,
    ]);
  });
});

describe("compareFiles", () => {
  it("finds each file once, in data of any kind that may contain itself", () => {
    const file = new File(["x"], "x");
    const after: Record<string, unknown> = {
      map: new Map([["a", [one]]]),
      set: new Set([file, one]),
      date: new Date(0),
    };
    after["self"] = after;
    expect(compareFiles({ two }, after)).toEqual({ kept: [one], added: [file], removed: [two] });
  });
});
