import type { Control } from "@turnform/schema";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createForm } from "../define/form.ts";
import { submittedControls } from "../testing/submitted.ts";
import { fileInput } from "./file-input.ts";

/** A file from a server's upload store, with an id. */
class Kept extends File {
  readonly id: string;
  constructor(name: string, id: string, content = "content") {
    super([content], name, { type: "text/plain" });
    this.id = id;
  }
}

const Person = z.object({ name: z.string(), photo: z.file().max(20).mime(["text/plain", "image/png"]) });
const form = createForm(Person, { formId: "person" });
const Album = z.object({
  photos: z
    .array(z.file().max(20))
    .min(1)
    .max(3)
    .meta({ widget: fileInput({ multiple: true }) }),
});
const album = createForm(Album, { formId: "album" });
const empty = new File([], "", { type: "application/octet-stream" });
const [a, b] = [new Kept("a.txt", "ID-A"), new Kept("b.txt", "ID-B")];

const dom = (html: unknown) => parseHTML(`<!doctype html><html><body>${String(html)}</body></html>`).document;

/** Returns the controls of a field with its marker. */
function field(name: string, ...values: (string | File)[]): Control[] {
  return [
    ["__start__", `${name}:sequence`],
    ...values.map((value): Control => [
      typeof value === "string" || "id" in value ? "__upload__" : "upload",
      value,
    ]),
    ["__end__", `${name}:sequence`],
  ];
}

describe("fileInput", () => {
  it("is the widget of files, and makes its form multipart", () => {
    const page = dom(form.render());
    expect(page.querySelector("form")?.getAttribute("enctype")).toBe("multipart/form-data");
    const input = page.querySelector("#person-photo");
    expect(input?.getAttribute("accept")).toBe("text/plain,image/png");
    expect(input?.hasAttribute("required")).toBe(true);
    expect(input?.hasAttribute("multiple")).toBe(false);
    expect(page.querySelectorAll(".tf-kept")).toHaveLength(0);
    expect(String(createForm(z.object({ name: z.string() })).render())).not.toContain("enctype");
  });

  it("makes a form multipart at any depth", () => {
    const deep = z.object({ rows: z.array(z.object({ file: z.file().optional() })) });
    expect(String(createForm(deep).render())).toContain('enctype="multipart/form-data"');
  });

  it("reads the last of several files, and no file from an empty control", () => {
    const chosen = new File(["x"], "x.txt", { type: "text/plain" });
    expect(form.validate([["name", "Ann"], ...field("photo", a, chosen)])).toMatchObject({
      value: { photo: chosen },
    });
    expect(form.validate([["name", "Ann"], ...field("photo", a, empty)])).toMatchObject({
      value: { photo: a },
    });
    const none = form.validate([["name", "Ann"], ...field("photo", empty)]);
    expect(none.kind === "invalid" && none.error.asDict()).toEqual({ photo: "Required" });
    const optional = createForm(z.object({ photo: z.file().optional() }));
    expect(optional.validate(field("photo", empty))).toMatchObject({ kind: "valid", value: {} });
  });

  it("reads Deform's mapping, and a file without a marker", () => {
    const mapping: Control[] = [
      ["__start__", "photo:mapping"],
      ["upload", a],
      ["uid", "x"],
      ["__end__", ""],
    ];
    expect(form.validate([["name", "Ann"], ...mapping])).toMatchObject({ value: { photo: a } });
    expect(
      form.validate([
        ["name", "Ann"],
        ["photo", a],
      ]),
    ).toMatchObject({ value: { photo: a } });
  });

  it("never takes a text for a file", () => {
    for (const controls of [field("photo", "ID-A"), [["photo", "ID-A"]], [["photo", ""]]] as Control[][]) {
      const result = form.validate([["name", "Ann"], ...controls]);
      expect(result.kind === "invalid" && result.error.asDict()).toEqual({ photo: "Required" });
      expect(String(result.form)).not.toContain("ID-A");
    }
    expect(album.validate(field("photos", "ID-A", b))).toMatchObject({ value: { photos: [b] } });
  });

  it("keeps a file after an error in another field", () => {
    const page = form.validate([["name", ""], ...field("photo", a)]).form;
    const kept = dom(page).querySelector("#person-photo-0");
    expect(kept?.getAttribute("value")).toBe("ID-A");
    expect(kept?.hasAttribute("checked")).toBe(true);
    expect(dom(page).querySelector('label[for="person-photo-0"]')?.textContent).toBe("Keep a.txt (7 bytes)");
    expect(dom(page).querySelector("#person-photo")?.hasAttribute("required")).toBe(false);
    expect(submittedControls(String(page))).toContainEqual(["__upload__", "ID-A"]);
  });

  it("shows no checkbox for a file that the server does not keep", () => {
    const page = form.validate([
      ["name", ""],
      ...field("photo", new File(["x"], "x.txt", { type: "text/plain" })),
    ]).form;
    expect(dom(page).querySelectorAll(".tf-kept")).toHaveLength(0);
  });

  it("reads several files in order, each once", () => {
    const chosen = new File(["x"], "x.txt");
    const result = album.validate(field("photos", b, a, b, chosen, empty));
    expect(result).toMatchObject({ kind: "valid", value: { photos: [b, a, chosen] } });
    expect(result.kind === "valid" && result.value.photos.map(({ name }) => name)).toEqual([
      "b.txt",
      "a.txt",
      "x.txt",
    ]);
    expect(dom(album.render()).querySelector("#album-photos")?.hasAttribute("multiple")).toBe(true);
    expect(album.validate([]).kind).toBe("invalid");
  });

  it("names the invalid one of several files, and links to it", () => {
    const big = new Kept("big <b>.txt", "ID-C", "x".repeat(21));
    const { form: page, kind } = album.validate(field("photos", a, big));
    expect(kind).toBe("invalid");
    const html = dom(page);
    expect(html.querySelector("[id='album-photos:error']")?.textContent).toContain("big <b>.txt: ");
    const href = html.querySelector(".tf-summary a")?.getAttribute("href");
    expect(href).toBe("#album-photos-1");
    expect(html.querySelector("#album-photos-1")?.getAttribute("aria-invalid")).toBe("true");
  });

  it("works in items of sequences, even if edited without JavaScript", () => {
    const rows = createForm(
      z.object({ rows: z.array(z.object({ title: z.string(), file: z.file() })), files: z.array(z.file()) }),
      { formId: "f" },
    );
    const row = (title: string, file: File): Control[] => [
      ["__start__", "row:mapping"],
      ["title", title],
      ...field("file", file),
      ["__end__", "row:mapping"],
    ];
    const start: Control[] = [["__start__", "rows:sequence"], ...row("one", a), ...row("two", b)];
    const files: Control[] = [["__start__", "files:sequence"], ...field("item", b), ["__end__", ""]];
    const value = {
      rows: [
        { title: "one", file: a },
        { title: "two", file: b },
      ],
      files: [b],
    };
    expect(rows.validate([...start, ["__end__", ""], ...files])).toMatchObject({ kind: "valid", value });

    const added = rows.validate([...start, ["__edit__", "add"], ["__end__", ""], ...files]);
    expect(added.kind).toBe("edited");
    expect(submittedControls(String(added.form)).filter(([name]) => name === "__upload__")).toEqual([
      ["__upload__", "ID-A"],
      ["__upload__", "ID-B"],
      ["__upload__", "ID-B"],
    ]);
    expect(dom(added.form).querySelector("#f-rows-1-file-0")?.getAttribute("value")).toBe("ID-B");
  });

  it("reserves the name of a kept upload", () => {
    expect(() => createForm(z.object({ __upload__: z.string() }))).toThrow("__upload__");
  });
});
