import { createForm } from "@turnform/form";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { formHandler, formsHandler, memoryStore, rotateOwner, webAssets, webTurn } from "./web.ts";

const person = createForm(z.object({ name: z.string() }), { formId: "person" });
const view = (form: unknown) => String(form);
const options = { view, redirect: "/" };
const url = "https://example.org/people";
const posted = (body: string, headers: Record<string, string> = {}) =>
  new Request(url, { method: "POST", body: new URLSearchParams(body), headers });

describe("formHandler", () => {
  it("gives the request and the context to all callbacks", async () => {
    const given: unknown[] = [];
    const handle = formHandler(
      person,
      (value, request, _button, _changed, context: { id: string }) =>
        given.push("save", value, request.url, context.id),
      {
        load: (request, { id }) => (given.push("load", request.url, id), {}),
        view: (form, request, { id }) => `${request.method} ${id} ${String(form)}`,
        redirect: (_saved, _request, { id }) => `/${id}`,
        owner: (_request, { id }) => id,
      },
    );
    expect(await (await handle(new Request(url), { id: "7" })).text()).toMatch(/^GET 7 <form/);
    expect((await handle(posted("name=Ann"), { id: "8" })).headers.get("Location")).toBe("/8");
    expect(given).toEqual(["load", url, "7", "load", url, "8", "save", { name: "Ann" }, url, "8"]);
  });

  it("sets the cookie of the origin that browsers see", async () => {
    const cookieOf = async (given: { origin?: string }, address: string) =>
      (await formHandler(person, () => {}, { ...options, ...given })(new Request(address))).headers.get(
        "Set-Cookie",
      );
    expect(await cookieOf({}, "http://localhost/")).toMatch(/^turnform_owner=/);
    expect(await cookieOf({ origin: "https://example.org" }, "http://localhost/")).toMatch(
      /^__Host-turnform_owner=.* Secure;/,
    );
  });

  it("gives the sender a new key by rotateOwner()", async () => {
    const handle = formHandler(person, (_value, request) => rotateOwner(request), options);
    const cookies = (await handle(posted("name=Ann"))).headers.getSetCookie();
    expect(cookies).toEqual([expect.stringMatching(/^__Host-turnform_owner=/)]);
    expect(() => rotateOwner(new Request(url))).toThrow("takes the request of a form");
  });

  it("rejects with the errors of callbacks", async () => {
    const save = () => {
      throw new Error("No database");
    };
    await expect(formHandler(person, save, options)(posted("name=Ann"))).rejects.toThrow("No database");
  });

  it("refuses options and requests that make no sense", async () => {
    const save = () => {};
    // @ts-expect-error -- no view
    expect(() => formHandler(person, save, { redirect: "/" })).toThrow("needs a view");
    expect(() => formHandler(person, save, { ...options, secret: undefined })).toThrow("none was given");
    expect(() => formHandler(person, save, { ...options, secret: "short" })).toThrow(
      "at least 32 characters",
    );
    expect(() => formHandler(person, save, { ...options, origin: "example.org" })).toThrow("scheme and host");
    expect(() => formHandler(person, save, { ...options, maxFiles: -1 })).toThrow(TypeError);
    const handle = formHandler(person, save, options);
    const expressRequest: Request = Object.assign(Object.create(null), { url: "/", headers: {} });
    await expect(handle(expressRequest)).rejects.toThrow("takes a web Request");
    const read = posted("name=Ann");
    await read.text();
    await expect(handle(read)).rejects.toThrow("already read");
  });

  it("removes the files of a sender who has left", async () => {
    const uploads = memoryStore();
    const removed: string[] = [];
    const watched = { ...bound(uploads), remove: async (id: string) => void removed.push(id) };
    const leaving = new AbortController();
    const photo = createForm(z.object({ photo: z.file(), name: z.string() }), { formId: "photo" });
    const handle = formHandler(photo, () => {}, {
      uploads: watched,
      view: (form) => (leaving.abort(), String(form)),
      redirect: "/",
    });
    const body = new FormData();
    body.append("__start__", "photo:sequence");
    body.append("upload", new File(["a"], "a.txt"));
    body.append("__end__", "");
    const request = new Request(url, { method: "POST", body, signal: leaving.signal });
    expect((await handle(request)).status).toBe(422);
    expect(removed).toHaveLength(1);
  });
});

describe("formsHandler", () => {
  it("shows all forms, and handles the posted one", async () => {
    const word = createForm(z.object({ word: z.string() }), { formId: "word" });
    const saved: unknown[] = [];
    const turns = [
      webTurn(person, (value) => saved.push(value), { redirect: "/person" }),
      webTurn(word, (value) => saved.push(value), { redirect: "/word" }),
    ];
    const handle = formsHandler(turns, { view: ({ person, word }) => `${String(person)}${String(word)}` });
    expect(await (await handle(new Request(url))).text()).toMatch(/id="person".*id="word"/s);
    expect((await handle(posted("__formid__=word&word=hello"))).headers.get("Location")).toBe("/word");
    expect(saved).toEqual([{ word: "hello" }]);
    const refused = await handle(posted("word=hello"));
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining("names no form")]);
    expect(() => formsHandler([...turns, ...turns], { view })).toThrow("have the same id");
  });
});

describe("webAssets", () => {
  it("serves the files in the tags of a form, and nothing else", async () => {
    const assets = webAssets({ base: "/files" });
    const [, address = ""] = /src="([^"]+)"/.exec(String(assets.tags(person))) ?? [];
    expect(address).toMatch(/^\/files\//);
    expect(assets(new Request(`https://example.org${address}`)).status).toBe(200);
    expect(assets(new Request(url)).status).toBe(404);
    expect(assets.respond(new Request(url))).toBeUndefined();
  });
});

/** Copies a store, so that a test can replace a method. */
function bound(store: ReturnType<typeof memoryStore>) {
  return { save: store.save.bind(store), find: store.find.bind(store), remove: store.remove.bind(store) };
}
