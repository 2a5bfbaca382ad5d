import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createForm, fileInput } from "@turnform/form";
import express from "express";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { controls, type ControlsOptions } from "./controls.ts";
import { FieldErrors } from "./field-errors.ts";
import { fileStore } from "./file-store.ts";
import { formErrors } from "./form-errors.ts";
import { formRoute, type FormRouteOptions } from "./form-route.ts";
import type { Save } from "./form-turn.ts";
import { HttpError } from "./http-error.ts";
import { serve } from "./testing/serve.ts";

const Album = z.object({
  title: z.string().max(5),
  cover: z.file(),
  photos: z.array(z.file()).meta({ widget: fileInput({ multiple: true }) }),
  pages: z.array(z.object({ scan: z.file().optional() })),
});
const form = createForm(Album, { formId: "album", buttons: ["save"] });
type Params = Record<string, string>;
type Route = FormRouteOptions<typeof form, unknown, Params>;
/** Options of the served route, each different from the usual one. */
type Options = Partial<Pick<Route, "load" | "token" | "view">> & {
  readonly save?: Save<typeof form, unknown, Params>;
};
type Entry = readonly [name: string, value: string | File];

const file = (name: string, content = name): File => new File([content], name);
const list = (name: string, ...entries: Entry[]): Entry[] => [
  ["__start__", `${name}:sequence`],
  ...entries,
  ["__end__", `${name}:sequence`],
];
const page = (title: string, ...more: Entry[]): Entry[] => [
  ["title", title],
  ...list("cover", ["upload", file("old cover")], ["upload", file("cover")]),
  ...list("photos", ["upload", file("photo 1")], ["upload", file("photo 2")]),
  ...list(
    "pages",
    ["__start__", "pages:mapping"],
    ...list("scan", ["upload", file("scan")]),
    ["__end__", "pages:mapping"],
    ...more,
  ),
];
const shown = ["cover", "photo 1", "photo 2", "scan"];
const strangers: Entry[] = [
  ["__upload__", file("kept?")],
  ["unknown", file("unknown")],
  ["title", file("a text?")],
];

/** Serves an app with the form, and watches its store. */
async function album({ save: ownSave, ...options }: Options = {}, reading: ControlsOptions = {}) {
  const home = await mkdtemp(join(tmpdir(), "uploads-"));
  onTestFinished(() => rm(home, { recursive: true }));
  const store = fileStore({ directory: home });
  const app = express().use(controls({ uploads: store, owner: () => "ann", ...reading }));
  const saved: string[] = [];
  const save: Save<typeof form, unknown, Params> = ({ cover }) => void saved.push(cover.name);
  const view = (form: unknown) => `<!doctype html>${String(form)}`;
  app.all("/", formRoute(form, ownSave ?? save, { view, redirect: "/", ...options }));
  const url = await serve(app.use(formErrors()));
  return {
    saved,
    send: async (
      entries: readonly Entry[],
      method = "POST",
      headers = {},
      signal?: AbortSignal,
    ): Promise<[number, string]> => {
      const body = new FormData();
      for (const [name, value] of entries) body.append(name, value);
      const init = { method, body, headers, redirect: "manual", ...(signal && { signal }) } as const;
      const response = await fetch(url, init);
      return [response.status, await response.text()];
    },
    /** Returns the names of the files in the store. */
    left: async (): Promise<string[]> => {
      const ids = (await readdir(home)).filter((name) => name.endsWith(".data"));
      const found = await Promise.all(ids.map((name) => store.find(name.slice(0, -5), "ann")));
      return found.map((upload) => upload?.name ?? "lost").toSorted();
    },
  };
}

describe("a form's route", () => {
  it("keeps only the files that a page with errors shows", async () => {
    const { send, left } = await album();
    const [status, html] = await send([...page("too long"), ...strangers]);
    expect(status).toBe(422);
    expect(await left()).toEqual(shown);
    expect(html.match(/name="__upload__" value="[^"]+"/g)).toHaveLength(shown.length);
  });

  it("keeps only the files that an edited page shows", async () => {
    const { send, left } = await album();
    expect(await send([...page("a", ["__edit__", "add"]), ...strangers])).toMatchObject([
      200,
      expect.any(String),
    ]);
    expect(await left()).toEqual(shown);
    const removed = await album();
    expect((await removed.send([...page("a", ["__edit__", "remove"]), ...strangers]))[0]).toBe(200);
    expect(await removed.left()).toEqual(shown.slice(0, -1));
  });

  it("keeps only the files of fields when save throws field errors", async () => {
    const save = () => {
      throw new FieldErrors({ title: "Taken" });
    };
    const { send, left } = await album({ save });
    expect((await send([...page("a"), ["unknown", file("unknown")]]))[0]).toBe(422);
    expect(await left()).toEqual(shown);
  });

  it("leaves the files of a saved value to save, and removes all others", async () => {
    const { send, left } = await album();
    expect((await send([...page("a"), ["unknown", file("unknown")]]))[0]).toBe(303);
    expect(await left()).toEqual(shown);
  });

  it("removes the files of a second press, which save never got", async () => {
    const { send, left, saved } = await album();
    const press: Entry[] = [["__once__", "x"], ...page("a")];
    expect([(await send(press))[0], (await send(press))[0]]).toEqual([303, 303]);
    expect(saved).toEqual(["cover"]);
    expect(await left()).toEqual(shown);
  });

  it.each<[string, number, Entry[], Options, ControlsOptions?, string?, object?]>([
    ["unbalanced markers", 400, [["__start__", "a:sequence"]], {}],
    ["another form", 400, [["__formid__", "other"]], {}],
    ["another site", 403, [], {}, {}, "POST", { "Sec-Fetch-Site": "cross-site" }],
    ["a missing token", 403, [], { token: true }],
    ["missing data", 404, [], { load: () => undefined }],
    ["another method", 405, [], {}, {}, "PUT"],
    ["too many files", 413, [], {}, { maxFiles: 5 }],
    ["a value too long", 413, [["title", "x".repeat(1000)]], {}, { maxValueLength: 100 }],
    ["a save that fails", 503, [], { save: () => Promise.reject(new HttpError(503, "Later")) }],
    [
      "a view that fails",
      503,
      [["title", "too long"]],
      { view: () => Promise.reject(new HttpError(503, "")) },
    ],
  ])("keeps no new file after %s (%i)", async (_, status, more, options, reading, method, headers) => {
    const { send, left } = await album(options, reading);
    const entries = [["__upload__", file("kept?")] as const, ...page("a"), ...more];
    expect((await send(entries, method, { ...headers }))[0]).toBe(status);
    expect(await left()).toEqual([]);
  });

  it("removes new files if their sender leaves before the answer", async () => {
    const leaving = new AbortController();
    const { send, left } = await album({
      view: async (_, req) => {
        leaving.abort();
        if (req.res) await once(req.res, "close");
        return "";
      },
    });
    await expect(send(page("too long"), "POST", {}, leaving.signal)).rejects.toThrow("aborted");
    await expect.poll(left).toEqual([]);
  });

  it("leaves files kept by an earlier post to the pages that still show them", async () => {
    const { send, left } = await album();
    const [, html] = await send(page("too long"));
    const [, id = ""] = /name="__upload__" value="([^"]+)"/.exec(html) ?? [];
    const replaced: Entry[] = [
      ["title", "too long"],
      ...list("cover", ["__upload__", id], ["upload", file("new")]),
    ];
    expect((await send(replaced))[0]).toBe(422);
    expect((await send([...replaced, ["__start__", "a:sequence"]]))[0]).toBe(400);
    expect(await left()).toEqual([...shown, "new"].toSorted());
  });
});
