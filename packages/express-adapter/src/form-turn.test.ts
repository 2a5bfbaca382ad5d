import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createForm, english, french, german } from "@turnform/form";
import { deferred } from "@turnform/schema";
import express, { type Request, type RequestHandler } from "express";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { controls } from "./controls.ts";
import { FieldErrors } from "./field-errors.ts";
import { fileStore } from "./file-store.ts";
import { takeNotice } from "./flash.ts";
import { formErrors } from "./form-errors.ts";
import { formRoute, formsRoute } from "./form-route.ts";
import { formTurn } from "./form-turn.ts";
import { HttpError } from "./http-error.ts";
import { setSecret } from "./express-exchange.ts";
import { memorySubmits } from "./memory-submits.ts";
import { requestLanguage } from "./request-language.ts";
import type { SubmitStore } from "./submit-store.ts";
import { post, serve } from "./testing/serve.ts";

const Person = z.object({ name: z.string().max(20) });
const person = createForm(Person, { formId: "person", buttons: ["save", "copy"] });
const view = (form: unknown): string => `<!doctype html>${String(form)}`;

/** Serves a route at `/`. */
function served(handler: RequestHandler<Record<string, string>>): Promise<string> {
  return serve(express().use(controls()).all("/", handler).use(formErrors()));
}

describe("formTurn", () => {
  describe("with a page that is sent more than once", () => {
    /** Serves a form, and counts its saves. */
    const counting = async (submits?: SubmitStore) => {
      const saved: string[] = [];
      const save = ({ name }: { name: string }) => saved.push(name);
      const redirect = (count: number) => `/${count}`;
      const app = express().use(controls());
      app.all("/:id", formRoute(person, save, { view, redirect, ...(submits && { submits }) }));
      const url = await serve(app.use(formErrors()));
      const press = async (body: string, headers: Record<string, string> = {}, address = "/") =>
        (await post(`${url}${address}`, body, headers)).headers.get("Location");
      /** Opens the page as a new person. */
      const visit = async () => {
        const page = await fetch(`${url}/a`);
        const [, once = ""] = /name="__once__" value="([^"]+)"/.exec(await page.text()) ?? [];
        return { once, headers: { Cookie: page.headers.get("Set-Cookie")?.split(";")[0] ?? "" } };
      };
      return { saved, press, visit };
    };

    it("saves two presses once, simultaneous or not", async () => {
      const { saved, press, visit } = await counting();
      const { once, headers } = await visit();
      expect(once).not.toBe("");
      const body = `__once__=${once}&name=Ann`;
      const twice = [press(body, headers, "/a"), press(body, headers, "/a")];
      expect(await Promise.all(twice)).toEqual(["/1", "/1"]);
      expect(await press(body, headers, "/a")).toBe("/1");
      expect(saved).toEqual(["Ann"]);
    });

    it("recognises a person without cookies by address and browser", async () => {
      const { saved, press } = await counting();
      expect([
        await press("__once__=x&name=Ann", {}, "/a"),
        await press("__once__=x&name=Ann", {}, "/a"),
      ]).toEqual(["/1", "/1"]);
      await press("__once__=x&name=Ann", { "User-Agent": "another" }, "/a");
      expect(saved).toEqual(["Ann", "Ann"]);
    });

    it("saves each change back and forth, since only the last save is remembered", async () => {
      const { saved, press } = await counting();
      for (const name of ["on", "off", "off", "on"]) await press(`__once__=x&name=${name}`, {}, "/a");
      expect(saved).toEqual(["on", "off", "on"]);
    });

    it("saves simultaneous presses with different content one after the other", async () => {
      const { saved, press } = await counting();
      await Promise.all(["on", "off", "on"].map((name) => press(`__once__=x&name=${name}`, {}, "/a")));
      expect(saved.toSorted()).toEqual(["off", "on", "on"]);
    });

    it("tells people with the same page apart", async () => {
      const { saved, press, visit } = await counting();
      const [ann, bob] = [await visit(), await visit()];
      const body = `__once__=${ann.once}&name=Tea`;
      expect(await press(body, ann.headers, "/a")).toBe("/1");
      expect(await press(body, bob.headers, "/a")).toBe("/2");
      expect(await press(body, {}, "/a")).toBe("/3");
      expect(saved).toHaveLength(3);
    });

    it("tells addresses apart", async () => {
      const { saved, press } = await counting();
      await press("__once__=x&name=Ann", {}, "/a");
      await press("__once__=x&name=Ann", {}, "/b");
      expect(saved).toHaveLength(2);
    });

    it("ignores unknown controls, and tells the form's buttons apart", async () => {
      const { saved, press } = await counting();
      for (const added of ["", "&other=1", "&__start__=more:mapping&a=1&__end__="])
        await press(`__once__=x&name=Ann${added}`, {}, "/a");
      expect(saved).toHaveLength(1);
      await press("__once__=x&name=Ann&copy=copy", {}, "/a");
      expect(saved).toHaveLength(2);
    });

    it("saves every post of a page without __once__", async () => {
      const { saved, press } = await counting();
      await press("name=Ann", {}, "/a");
      await press("__once__=&name=Ann", {}, "/a");
      expect(saved).toHaveLength(2);
    });

    it("remembers the saves of several routes in one store", async () => {
      const submits = memorySubmits();
      const [one, two] = [await counting(submits), await counting(submits)];
      expect(await one.press("__once__=x&name=Ann", {}, "/a")).toBe("/1");
      expect(await two.press("__once__=x&name=Ann", {}, "/a")).toBe("/1");
      expect(two.saved).toEqual([]);
    });

    it("compares the typed values, even if the loaded data has changed since", async () => {
      const Counted = Person.extend({ saves: z.number().meta({ widget: { readonly: true } }) });
      const saved: string[] = [];
      const load = () => ({ name: "", saves: saved.length });
      const save = ({ name }: { name: string }) => saved.push(name);
      const url = await served(formRoute(createForm(Counted), save, { load, view, redirect: "/" }));
      for (const _ of [1, 2]) await post(url, "__once__=x&name=Ann");
      expect(saved).toEqual(["Ann"]);
    });
  });

  it("shows the form again with a notice, and does not save a second press", async () => {
    const saved: string[] = [];
    const save = ({ name }: { name: string }) => saved.push(name);
    const load = () => ({ name: saved.at(-1) ?? "nobody" });
    const url = await served(formRoute(person, save, { load, view, notice: (count) => `Saved <${count}>` }));
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

  it("leaves the notice after a redirect to a page without a form, or to the form that was saved", async () => {
    const app = express().use(controls());
    const options = { redirect: "/list", notice: "Saved" };
    const other = createForm(Person, { formId: "other" });
    const turns = [formTurn(other, () => {}, options), formTurn(person, () => {}, options)];
    app.all("/", formsRoute(turns, { view: ({ other, person }) => `${String(other)}${String(person)}` }));
    app.get("/list", (req, res) => void res.send(`List ${takeNotice(req) ?? ""}`));
    const url = await serve(app.use(formErrors()));
    const saved = await post(url, "__formid__=person&name=Ann");
    const flash = saved.headers.getSetCookie().find((cookie) => cookie.startsWith("turnform_notice=")) ?? "";
    const Cookie = flash.split(";")[0] ?? "";
    const list = await fetch(`${url}/list`, { headers: { Cookie } });
    expect(await list.text()).toBe("List Saved");
    expect(list.headers.get("Set-Cookie")).toMatch(/^turnform_notice=; .*Max-Age=0$/);
    expect(await (await fetch(`${url}/list`)).text()).toBe("List ");
    const forms = await (await fetch(url, { headers: { Cookie } })).text();
    expect(forms.match(/id="\w+:notice"/g)).toEqual(['id="person:notice"']);
    expect(() => takeNotice({})).toThrow("Call app.use(controls()) before");
  });

  it("needs a redirect or a notice", () => {
    const save = () => {};
    // @ts-expect-error -- neither
    expect(() => formTurn(person, save, {})).toThrow("needs a redirect or a notice");
    expect(formTurn(person, save, { redirect: "/", notice: "Saved" }).formId).toBe("person");
    // @ts-expect-error -- save among the options
    expect(() => formTurn(person, { save, redirect: "/" })).toThrow("is no function. Give its save");
  });

  it("speaks the language that the browser prefers", async () => {
    const languages = [english, german, french] as const;
    const language = (req: Request) => requestLanguage(req, languages);
    const url = await served(formRoute(person, () => {}, { view, redirect: "/", language }));
    const spoken = async (accepted: string) => {
      return (await fetch(url, { method: "POST", headers: { "Accept-Language": accepted } })).text();
    };
    expect(await spoken("de-AT, fr;q=0.5")).toContain(german.messages.required);
    expect(await spoken("it, fr;q=0.5")).toContain(french.messages.required);
    expect(await spoken("it")).toContain(english.messages.required);
    expect((await fetch(url)).headers.get("Vary")).toContain("Accept-Language");
  });

  it("recognises a file posted twice by its content, and keeps no file of a refused post", async () => {
    const home = await mkdtemp(join(tmpdir(), "uploads-"));
    onTestFinished(() => rm(home, { recursive: true }));
    const saved: string[] = [];
    const photo = createForm(z.object({ photo: z.file() }), { formId: "photo" });
    const app = express().use(controls({ uploads: fileStore({ directory: home }) }));
    const save = async (value: { photo: File }) => saved.push(await value.photo.text());
    app.all("/", formRoute(photo, save, { view, redirect: "/" })).use(formErrors());
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

  it("saves again after a failed save", async () => {
    let tries = 0;
    const save = () => {
      if (++tries === 1) throw new HttpError(503, "Try later");
    };
    const url = await served(formRoute(person, save, { view, redirect: "/done" }));
    const press = async () => (await post(url, "__once__=x&name=Ann")).status;
    expect([await press(), await press()]).toEqual([503, 303]);
  });

  it("shows the field errors of save with their status, and keeps everything typed", async () => {
    const save = ({ name }: { name: string }) => {
      if (name === "Ann") throw new FieldErrors({ name: "Taken" });
      throw new FieldErrors({ "": "Somebody else was faster" }, { status: 409 });
    };
    const url = await served(formRoute(person, save, { view, redirect: "/" }));
    const taken = await post(url, "name=Ann");
    expect([taken.status, await taken.text()]).toEqual([422, expect.stringMatching(/value="Ann".*Taken/s)]);
    const late = await post(url, "name=Bob");
    expect([late.status, await late.text()]).toEqual([409, expect.stringMatching(/faster.*value="Bob"/s)]);
  });

  it("names the nearest path for field errors at a path without a field", async () => {
    const save = () => {
      throw new FieldErrors({ nmae: "Taken" });
    };
    const url = await served(formRoute(person, save, { view, redirect: "/" }));
    const answer = await post(url, "name=Ann");
    expect(answer.status).toBe(500);
    expect(await answer.text()).toMatch(/no field at .*nmae.*Did you mean .*name/);
  });

  it("shows a page for a 404 or 409 that load or save throws", async () => {
    const url = await served(
      formRoute(
        person,
        () => {
          throw new HttpError(409, "Changed in between");
        },
        {
          load: (req) => {
            if (req.query["gone"] !== undefined) throw new HttpError(404, "Gone for good");
            return {};
          },
          view,
          redirect: "/",
        },
      ),
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
    const form = createForm(Greeting, { formId: "greeting", deferred: true });
    const bind = async (req: { query: unknown }) => ({
      user: String(Reflect.get(Object(req.query), "user")),
    });
    const url = await served(formRoute(form, () => {}, { bind, view, redirect: "/" }));
    expect(await (await fetch(`${url}/?user=Ann`)).text()).toContain("For Ann");
    expect(await (await post(`${url}/?user=Bob`, "text=Bob")).text()).toContain("Not yourself");
    expect((await post(`${url}/?user=Bob`, "text=Ann")).status).toBe(303);
  });

  it("sends the address in a header to a page that posted by fetch", async () => {
    const url = await served(formRoute(person, () => {}, { view, redirect: "/done" }));
    const response = await post(url, "name=Ann", { "X-Turnform": "fetch" });
    expect([response.status, response.headers.get("X-Turnform-Location")]).toEqual([204, "/done"]);
    expect((await post(url, "name=", { "X-Turnform": "fetch" })).status).toBe(422);
  });

  describe("with a token", () => {
    const tokens = formRoute(person, () => {}, { view, redirect: "/done", token: true });
    const tokenIn = (page: string) => /name="__token__" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const visit = async (url: string, Cookie = "") => {
      const page = await fetch(url, { headers: { Cookie } });
      const cookie = page.headers.get("Set-Cookie")?.split(";")[0] ?? Cookie;
      return { token: tokenIn(await page.text()), Cookie: cookie };
    };
    const send = (url: string, token: string, headers: Record<string, string>) =>
      post(url, `name=Ann&__token__=${token}`, headers);

    it("accepts only a signed token of the same person", async () => {
      const url = await served(tokens);
      const [{ token, Cookie }, bob] = [await visit(url), await visit(url)];
      const status = async (sent: string, headers: Record<string, string>) =>
        (await send(url, sent, headers)).status;
      expect(await status(token, { Cookie })).toBe(303);
      expect(await status(bob.token, { Cookie })).toBe(403);
      expect(await status("", { Cookie })).toBe(403);
      expect(await status(token.slice(0, -4), { Cookie })).toBe(403);
      expect(await status(token, {})).toBe(403);
      expect(await status("", {})).toBe(403);
      const made = `turnform_owner=${"A".repeat(72)}`;
      expect((await visit(url, made)).Cookie).not.toBe(made);
    });

    it("writes a different text into each page of a person, and accepts all of them", async () => {
      const url = await served(tokens);
      const { token, Cookie } = await visit(url);
      const other = await visit(url, Cookie);
      expect(other.Cookie).toBe(Cookie);
      const halves = [token, other.token].flatMap((text) => [text.slice(0, 40), text.slice(40)]);
      expect(new Set(halves).size).toBe(4);
      for (const each of [token, other.token]) expect((await send(url, each, { Cookie })).status).toBe(303);
    });

    it("keeps everything typed into a page that was open for a day, and asks to send it again", async () => {
      vi.useFakeTimers({ toFake: ["Date"] });
      onTestFinished(() => void vi.useRealTimers());
      const url = await served(tokens);
      const { token, Cookie } = await visit(url);
      vi.setSystemTime(Date.now() + 24 * 60 * 60 * 1000);
      const late = await send(url, token, { Cookie });
      const page = await late.text();
      expect([late.status, page]).toEqual([
        403,
        expect.stringMatching(/open for more than a day.*value="Ann"/s),
      ]);
      expect((await send(url, tokenIn(page), { Cookie })).status).toBe(303);
    });

    it("accepts pages of another process with the same secret", async () => {
      const process = (secret: string | readonly string[]) => {
        const app = express().use(controls()).all("/", tokens).use(formErrors());
        setSecret(app, secret);
        return serve(app);
      };
      const [old, fresh] = ["o".repeat(32), "n".repeat(32)] as const;
      const [first, second, third, other] = await Promise.all([
        process(old),
        process(old),
        process([fresh, old]),
        process(fresh),
      ]);
      const { token, Cookie } = await visit(first);
      expect((await send(second, token, { Cookie })).status).toBe(303);
      expect((await send(third, token, { Cookie })).status).toBe(303);
      expect((await send(other, token, { Cookie })).status).toBe(403);
    });
  });

  it("throws for a form that is sent by GET", () => {
    const search = createForm(Person, { formId: "search", method: "get" });
    expect(() => formTurn(search, () => {}, { redirect: "/" })).toThrow('Form "search" is sent by GET');
  });
});

describe("formsRoute", () => {
  const password = createForm(z.object({ word: z.string().min(8) }), { formId: "password" });
  const saved: unknown[] = [];
  const account = () =>
    formsRoute(
      [
        formTurn(person, (value) => saved.push(value), {
          load: () => ({ name: "Ann" }),
          redirect: "/person",
        }),
        formTurn(password, (value) => saved.push(value), { redirect: "/password" }),
      ],
      { view: ({ person, password }) => view(`${String(person)}${String(password)}`) },
    );

  it("shows all forms, and handles the posted one", async () => {
    const url = await served(account());
    expect(await (await fetch(url)).text()).toMatch(/id="person".*value="Ann".*id="password"/s);
    expect((await post(url, "__formid__=password&word=long-enough")).headers.get("Location")).toBe(
      "/password",
    );
    expect(saved).toEqual([{ word: "long-enough" }]);
    const short = await post(url, "__formid__=password&word=short");
    expect([short.status, await short.text()]).toEqual([
      422,
      expect.stringMatching(/value="Ann".*Enter at least/s),
    ]);
  });

  it("refuses a post of an unknown form", async () => {
    const url = await served(account());
    for (const body of ["word=long-enough", "__formid__=other&word=long-enough"]) {
      const response = await post(url, body);
      expect([response.status, await response.text()]).toEqual([
        400,
        expect.stringContaining("expected &#34;person&#34;"),
      ]);
    }
    const alone = await served(formRoute(person, () => {}, { view, redirect: "/" }));
    expect((await post(alone, "__formid__=password&name=Ann")).status).toBe(400);
  });

  it("throws for two forms with the same id", () => {
    const turn = formTurn(person, () => {}, { redirect: "/" });
    expect(() => formsRoute([turn, turn], { view: () => "" })).toThrow("have the same id: person, person");
  });
});
