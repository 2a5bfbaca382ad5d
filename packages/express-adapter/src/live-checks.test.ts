import { createForm, fileInput } from "@turnform/form";
import express from "express";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { controls } from "./controls.ts";
import { formErrors } from "./form-errors.ts";
import { formRoute, formsRoute } from "./form-route.ts";
import { formTurn } from "./form-turn.ts";
import { memoryStore } from "./memory-store.ts";
import { post, serve } from "./testing/serve.ts";

const Person = z.object({
  name: z.string().refine(async (name) => name !== "taken", "Taken"),
  photo: z.file().optional().meta({ widget: fileInput() }),
});
const form = createForm(Person, { formId: "person", enhance: "live" });
const view = (page: unknown): string => `<!doctype html>${String(page)}`;

/** Serves a form with live checks, and counts its saves. */
async function served() {
  const saved: string[] = [];
  const stored = memoryStore();
  const kept = new Set<string>();
  const uploads: typeof stored = {
    ...stored,
    async save(content, details) {
      const upload = await stored.save(content, details);
      kept.add(upload.id);
      return upload;
    },
    find: (id, owner) => stored.find(id, owner),
    async remove(id) {
      kept.delete(id);
      await stored.remove(id);
    },
  };
  const app = express().use(controls({ uploads, limit: "2kb" }));
  const turn = formTurn(form, ({ name }) => saved.push(name), { redirect: (count) => `/${count}` });
  app.all(
    "/",
    formRoute(form, ({ name }) => saved.push(name), { view, redirect: (count) => `/${count}` }),
  );
  app.all(
    "/token",
    formRoute(form, () => saved.push(""), { view, redirect: "/", token: true }),
  );
  app.all("/two", formsRoute([turn], { view: (pages) => Object.values(pages).map(view).join("") }));
  return { url: await serve(app.use(formErrors())), saved, kept };
}

const errorIn = (html: string): string | undefined =>
  /id="person-name:error"><span class="tf-message">([^<]*)/.exec(html)?.[1];

describe("a check posted to a route", () => {
  it("gets the page with its errors and 200, valid or not, and saves nothing", async () => {
    const { url, saved } = await served();
    for (const path of ["/", "/two"])
      for (const [name, error] of [
        ["", "Required"],
        ["taken", "Taken"],
        ["Ann", undefined],
      ]) {
        const answer = await post(url + path, `__formid__=person&name=${name}&submit=submit&__edit__=check`);
        expect(answer.status).toBe(200);
        expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
        expect(errorIn(await answer.text())).toBe(error);
      }
    expect(saved).toEqual([]);
  });

  it("spends no page: the submit after it is saved, and only once", async () => {
    const { url, saved } = await served();
    const page = await fetch(url);
    const headers = { Cookie: page.headers.get("Set-Cookie")?.split(";")[0] ?? "" };
    const [, once = ""] = /name="__once__" value="([^"]+)"/.exec(await page.text()) ?? [];
    const body = `__once__=${once}&name=Ann&submit=submit`;
    const check = await post(url, `${body}&__edit__=check`, headers);
    expect(await check.text()).toContain(`name="__once__" value="${once}"`);
    for (const _ of [1, 2]) expect((await post(url, body, headers)).headers.get("Location")).toBe("/1");
    expect((await post(url, `${body}&__edit__=check`, headers)).status).toBe(200);
    expect(saved).toEqual(["Ann"]);
  });

  it("keeps no file, and leaves kept ones", async () => {
    const { url, saved, kept } = await served();
    const bodyOf = (check: boolean, ...files: (File | string)[]): FormData => {
      const body = new FormData();
      body.append("name", "");
      body.append("__start__", "photo:sequence");
      for (const file of files) body.append(typeof file === "string" ? "__upload__" : "upload", file);
      body.append("__end__", "photo:sequence");
      if (check) body.append("__edit__", "check");
      return body;
    };
    const file = new File(["content"], "a.txt");
    const check = await fetch(url, { method: "POST", body: bodyOf(true, file) });
    expect([check.status, kept.size]).toEqual([200, 0]);
    const refused = await fetch(url, { method: "POST", body: bodyOf(false, file) });
    expect([refused.status, kept.size]).toEqual([422, 1]);
    const headers = { Cookie: refused.headers.get("Set-Cookie")?.split(";")[0] ?? "" };
    const [id = ""] = kept;
    const again = await fetch(url, { method: "POST", body: bodyOf(true, id), headers });
    expect([again.status, kept.size]).toEqual([200, 1]);
    expect(await again.text()).toContain(`value="${id}"`);
    expect(saved).toEqual([]);
  });

  it("needs the token of a form with tokens", async () => {
    const { url, saved } = await served();
    expect((await post(`${url}/token`, "name=Ann&__edit__=check")).status).toBe(403);
    expect(saved).toEqual([]);
  });

  it("has all limits of a post", async () => {
    const { url, saved } = await served();
    const check = "__edit__=check";
    const answers: [status: number, answer: Promise<Response>][] = [
      [400, post(url, `__start__=name:heap&${check}`)],
      [400, post(url, `__start__=name:mapping&${check}`)],
      [400, post(url, `${check}&${check}`)],
      [400, post(url, "name=Ann&__edit__=checked")],
      [400, post(`${url}/two`, `__formid__=other&${check}`)],
      [403, post(url, check, { "Sec-Fetch-Site": "cross-site" })],
      [405, fetch(url, { method: "PUT", body: new URLSearchParams(check) })],
      [413, post(url, `name=${"a".repeat(3000)}&${check}`)],
      [415, post(url, "{}", { "Content-Type": "application/json" })],
    ];
    for (const [status, answer] of answers) expect((await answer).status).toBe(status);
    const shown = await fetch(`${url}?name=taken&${check}`);
    expect([shown.status, errorIn(await shown.text())]).toEqual([200, undefined]);
    expect(saved).toEqual([]);
  });

  it("runs no rules for a form without live checks", async () => {
    const asked: string[] = [];
    const Slow = z.object({ name: z.string().refine(async (name) => asked.push(name) > 0) });
    const app = express().use(controls());
    app.all(
      "/",
      formRoute(createForm(Slow, { formId: "person" }), () => asked.push("saved"), { view, redirect: "/" }),
    );
    const answer = await post(await serve(app), "name=&__edit__=check");
    expect([answer.status, errorIn(await answer.text()), asked]).toEqual([200, undefined, []]);
  });
});
