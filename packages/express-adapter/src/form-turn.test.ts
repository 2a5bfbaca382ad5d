import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createForm, english, french, german } from "@turnform/form";
import { deferred } from "@turnform/schema";
import express, { type Request, type RequestHandler } from "express";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { controls } from "./controls.ts";
import { FieldErrors } from "./field-errors.ts";
import { fileStore } from "./file-store.ts";
import { formErrors } from "./form-errors.ts";
import { formRoute, formsRoute } from "./form-route.ts";
import { formTurn } from "./form-turn.ts";
import { HttpError } from "./http-error.ts";
import { requestLanguage } from "./request-language.ts";
import { post, serve } from "./testing/serve.ts";

const Person = z.object({ name: z.string().max(20) });
const person = createForm(Person, { formId: "person", buttons: ["save", "copy"] });
const view = (form: unknown): string => `<!doctype html>${String(form)}`;

/** Serves a route at `/`. */
function served(handler: RequestHandler<Record<string, string>>): Promise<string> {
  return serve(express().use(controls()).all("/", handler).use(formErrors()));
}

describe("formTurn", () => {
  it("saves a submit that is pressed twice once, and one that has changed again", async () => {
    const saved: string[] = [];
    const save = async ({ name }: { name: string }) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return saved.push(name);
    };
    const url = await served(formRoute(person, { save, view, redirect: (count) => `/${count}` }));
    const [, once = ""] = /name="__once__" value="([^"]+)"/.exec(await (await fetch(url)).text()) ?? [];
    expect(once).not.toBe("");
    const press = async (name: string) =>
      (await post(url, `__once__=${once}&name=${name}`)).headers.get("Location");
    expect(await Promise.all([press("Ann"), press("Ann")])).toEqual(["/1", "/1"]);
    expect(await press("Ann")).toBe("/1");
    expect(await press("Bob")).toBe("/2");
    expect(saved).toEqual(["Ann", "Bob"]);
    expect((await post(url, "name=Ann")).headers.get("Location")).toBe("/3");
  });

  it("shows the form again with a notice, where it is told to, and saves a second press once", async () => {
    const saved: string[] = [];
    const save = ({ name }: { name: string }) => saved.push(name);
    const load = () => ({ name: saved.at(-1) ?? "nobody" });
    const url = await served(formRoute(person, { load, save, view, notice: (count) => `Saved <${count}>` }));
    const [, once = ""] = /name="__once__" value="([^"]+)"/.exec(await (await fetch(url)).text()) ?? [];
    for (const _ of [1, 2]) {
      const answer = await post(url, `__once__=${once}&name=Ann`);
      expect(answer.status).toBe(200);
      const page = await answer.text();
      expect(page).toContain('id="person:notice" role="status" tabindex="-1" autofocus>Saved &lt;1&gt;<');
      expect(page).toContain('value="Ann"');
      expect(page).not.toContain(once);
    }
    expect(saved).toEqual(["Ann"]);
  });

  it("needs to know what follows saving", () => {
    const save = () => {};
    expect(() => formTurn(person, { save })).toThrow("needs either a redirect or a notice");
    expect(() => formTurn(person, { save, redirect: "/", notice: "Saved" })).toThrow("either");
  });

  it("speaks the language that the browser asks for", async () => {
    const languages = [english, german, french] as const;
    const language = (req: Request) => requestLanguage(req, languages);
    const url = await served(formRoute(person, { save: () => {}, view, redirect: "/", language }));
    const spoken = async (accepted: string) => {
      return (await fetch(url, { method: "POST", headers: { "Accept-Language": accepted } })).text();
    };
    expect(await spoken("de-AT, fr;q=0.5")).toContain(german.messages.required);
    expect(await spoken("it, fr;q=0.5")).toContain(french.messages.required);
    expect(await spoken("it")).toContain(english.messages.required);
    expect((await fetch(url)).headers.get("Vary")).toContain("Accept-Language");
  });

  it("knows a file that is posted twice by its content, and leaves none of what it refuses", async () => {
    const home = await mkdtemp(join(tmpdir(), "uploads-"));
    onTestFinished(() => rm(home, { recursive: true }));
    const saved: string[] = [];
    const photo = createForm(z.object({ photo: z.file() }), { formId: "photo" });
    const app = express().use(controls({ uploads: fileStore({ directory: home }) }));
    const save = async (value: { photo: File }) => saved.push(await value.photo.text());
    app.all("/", formRoute(photo, { save, view, redirect: "/" })).use(formErrors());
    const url = await serve(app);
    const send = async (content: string, formId = "photo") => {
      const body = new FormData();
      for (const [name, value] of Object.entries({
        __formid__: formId,
        __once__: "x",
        __start__: "photo:sequence",
      }))
        body.append(name, value);
      body.append("upload", new File([content], "a.txt"));
      body.append("__end__", "");
      return (await fetch(url, { method: "POST", body, redirect: "manual" })).status;
    };
    expect(await Promise.all([send("one"), send("one")])).toEqual([303, 303]);
    expect(await send("two")).toBe(303);
    expect(saved).toEqual(["one", "two"]);
    const before = (await readdir(home, { recursive: true })).length;
    expect(await send("three", "other")).toBe(400);
    expect((await readdir(home, { recursive: true })).length).toBe(before);
  });

  it("lets a save that failed be tried again", async () => {
    let tries = 0;
    const save = () => {
      if (++tries === 1) throw new HttpError(503, "Try later");
    };
    const url = await served(formRoute(person, { save, view, redirect: "/done" }));
    const press = async () => (await post(url, "__once__=x&name=Ann")).status;
    expect([await press(), await press()]).toEqual([503, 303]);
  });

  it("shows what save refuses at its field, with its status, everything typed kept", async () => {
    const save = ({ name }: { name: string }) => {
      if (name === "Ann") throw new FieldErrors({ name: "Taken" });
      throw new FieldErrors({ "": "Somebody else was faster" }, { status: 409 });
    };
    const url = await served(formRoute(person, { save, view, redirect: "/" }));
    const taken = await post(url, "name=Ann");
    expect([taken.status, await taken.text()]).toEqual([422, expect.stringMatching(/value="Ann".*Taken/s)]);
    const late = await post(url, "name=Bob");
    expect([late.status, await late.text()]).toEqual([409, expect.stringMatching(/faster.*value="Bob"/s)]);
  });

  it("makes pages of 404 and 409 that load and save throw", async () => {
    const url = await served(
      formRoute(person, {
        load: (req) => {
          if (req.query["gone"] !== undefined) throw new HttpError(404, "Gone for good");
          return {};
        },
        save: () => {
          throw new HttpError(409, "Changed in between");
        },
        view,
        redirect: "/",
      }),
    );
    const gone = await fetch(`${url}/?gone`);
    expect([gone.status, await gone.text()]).toEqual([404, expect.stringContaining("Gone for good")]);
    expect((await post(url, "name=Ann")).status).toBe(409);
  });

  it("binds the form for each request", async () => {
    const Greeting = z.object({
      text: z.string().meta({
        title: deferred((b: { user: string }) => `For ${b.user}`),
        onBind: (type: z.ZodString, b: { user: string }) =>
          type.refine((text) => text !== b.user, "Not yourself"),
      }),
    });
    const form = createForm(Greeting, { formId: "greeting" });
    const bind = async (req: { query: unknown }) => ({
      user: String(Reflect.get(Object(req.query), "user")),
    });
    const url = await served(formRoute(form, { bind, save: () => {}, view, redirect: "/" }));
    expect(await (await fetch(`${url}/?user=Ann`)).text()).toContain("For Ann");
    expect(await (await post(`${url}/?user=Bob`, "text=Bob")).text()).toContain("Not yourself");
    expect((await post(`${url}/?user=Bob`, "text=Ann")).status).toBe(303);
  });

  it("tells a page that posted by fetch where to go", async () => {
    const url = await served(formRoute(person, { save: () => {}, view, redirect: "/done" }));
    const response = await post(url, "name=Ann", { "X-Turnform": "fetch" });
    expect([response.status, response.headers.get("X-Turnform-Location")]).toEqual([204, "/done"]);
    expect((await post(url, "name=", { "X-Turnform": "fetch" })).status).toBe(422);
  });

  it("takes a signed token of the person's own alone, where it is asked for", async () => {
    const tokenSecret = "0123456789abcdef0123456789abcdef";
    const url = await served(formRoute(person, { save: () => {}, view, redirect: "/done", tokenSecret }));
    const visit = async () => {
      const page = await fetch(url);
      const [, token = ""] = /name="__token__" value="([^"]+)"/.exec(await page.text()) ?? [];
      return { token, Cookie: page.headers.get("Set-Cookie")?.split(";")[0] ?? "" };
    };
    const [ann, bob] = [await visit(), await visit()];
    const send = async (token: string, headers: Record<string, string>) =>
      (await post(url, `name=Ann&__token__=${token}`, headers)).status;
    expect(await send(ann.token, { Cookie: ann.Cookie })).toBe(303);
    expect(await send(bob.token, { Cookie: ann.Cookie })).toBe(403);
    expect(await send("", { Cookie: ann.Cookie })).toBe(403);
    expect(await send(ann.token, {})).toBe(403);
    expect(await send("", {})).toBe(403);
    const short = () => formTurn(person, { save: () => {}, redirect: "/", tokenSecret: "short" });
    expect(short).toThrow("at least 32 characters");
  });

  it("refuses a form that is sent by GET, when it is made", () => {
    const search = createForm(Person, { formId: "search", method: "get" });
    expect(() => formTurn(search, { save: () => {}, redirect: "/" })).toThrow('Form "search" is sent by GET');
  });
});

describe("formsRoute", () => {
  const password = createForm(z.object({ word: z.string().min(8) }), { formId: "password" });
  const saved: unknown[] = [];
  const account = () =>
    formsRoute(
      [
        formTurn(person, {
          load: () => ({ name: "Ann" }),
          save: (value) => saved.push(value),
          redirect: "/person",
        }),
        formTurn(password, { save: (value) => saved.push(value), redirect: "/password" }),
      ],
      { view: ({ person, password }) => view(`${String(person)}${String(password)}`) },
    );

  it("shows all forms, and turns the one that was posted", async () => {
    const url = await served(account());
    expect(await (await fetch(url)).text()).toMatch(/id="person".*value="Ann".*id="password"/s);
    expect((await post(url, "__formid__=password&word=long-enough")).headers.get("Location")).toBe(
      "/password",
    );
    expect(saved).toEqual([{ word: "long-enough" }]);
    const short = await post(url, "__formid__=password&word=short");
    expect([short.status, await short.text()]).toEqual([
      422,
      expect.stringMatching(/value="Ann".*Shorter than/s),
    ]);
  });

  it("refuses a post that is none of its forms", async () => {
    const url = await served(account());
    for (const body of ["word=long-enough", "__formid__=other&word=long-enough"]) {
      const response = await post(url, body);
      expect([response.status, await response.text()]).toEqual([
        400,
        expect.stringContaining("expected &#34;person&#34;"),
      ]);
    }
    const alone = await served(formRoute(person, { save: () => {}, view, redirect: "/" }));
    expect((await post(alone, "__formid__=password&name=Ann")).status).toBe(400);
  });

  it("refuses two forms of one id, when it is made", () => {
    const turn = formTurn(person, { save: () => {}, redirect: "/" });
    expect(() => formsRoute([turn, turn], { view: () => "" })).toThrow("ids of their own");
  });
});
