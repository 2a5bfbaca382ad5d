import { createForm } from "@turnform/form";
import express, { type Express } from "express";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { controls, type ControlsOptions } from "./controls.ts";
import { formErrors } from "./form-errors.ts";
import { formRoute } from "./form-route.ts";
import { memoryStore } from "./memory-store.ts";
import { sameOrigin } from "./same-origin.ts";
import { post, serve } from "./testing/serve.ts";

const form = createForm(z.object({ name: z.string() }), { formId: "f", buttons: ["save"] });
const HIDDEN = { Origin: "null" };

function appWith(policy: string, options: ControlsOptions = {}): { app: Express; saved: unknown[] } {
  const saved: unknown[] = [];
  const app = express().use((_req, res, next) => {
    res.set("Referrer-Policy", policy);
    next();
  });
  app.use(controls(options));
  const save = (value: unknown) => void saved.push(value);
  app.all("/", formRoute(form, save, { view: String, redirect: "/" })).use(formErrors());
  return { app, saved };
}

/** Opens the form as a browser does by plain http, and returns its cookie and its hidden controls. */
async function open(url: string, headers: Record<string, string> = {}) {
  const page = await fetch(url, { headers });
  const html = await page.text();
  const hidden = Array.from(
    html.matchAll(/name="(__\w+__)" value="([^"]*)"/g),
    ([, name = "", value = ""]): [string, string] => [name, value],
  );
  const Cookie = page.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  return {
    page,
    Cookie,
    body: new URLSearchParams([...hidden, ["name", "Ann"], ["save", "save"]]).toString(),
  };
}

describe("a post whose page hides its origin", () => {
  it("passes by the token of its page", async () => {
    const { app, saved } = appWith("origin, no-referrer");
    const url = await serve(app);
    const { page, Cookie, body } = await open(url);
    expect(page.headers.get("Cache-Control")).toBe("private, no-store");
    expect((await post(url, body, { ...HIDDEN, Cookie })).status).toBe(303);
    expect(saved).toEqual([{ name: "Ann" }]);

    const stranger = await open(url);
    const answer = await post(url, stranger.body, { ...HIDDEN, Cookie });
    expect([answer.status, await answer.text()]).toEqual([
      403,
      expect.stringContaining("Referrer-Policy: same-origin"),
    ]);
    expect(saved).toHaveLength(1);
  });

  it("shows the form again if the token is older than a day", async () => {
    const { app, saved } = appWith("no-referrer");
    const url = await serve(app);
    const { Cookie, body } = await open(url);
    vi.spyOn(Date, "now").mockReturnValue(Date.now() + 25 * 60 * 60 * 1000);
    const answer = await post(url, body, { ...HIDDEN, Cookie });
    vi.restoreAllMocks();
    expect(answer.status).toBe(403);
    expect(await answer.text()).toMatch(/open for more than a day.*value="Ann"/s);
    expect(saved).toEqual([]);
  });

  it("is refused without a token, and leaves no file", async () => {
    const uploads = memoryStore();
    const remove = vi.spyOn(uploads, "remove");
    const { app } = appWith("same-origin", { uploads });
    const url = await serve(app);
    expect((await open(url)).body).not.toContain("__token__");
    const body = new FormData();
    body.append("file", new File(["text"], "a.txt"));
    for (const each of [body, new URLSearchParams("name=Ann"), "plain"]) {
      const answer = await fetch(url, { method: "POST", body: each, headers: HIDDEN });
      expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining("Origin: null")]);
    }
    expect(remove).toHaveBeenCalledOnce();
    const alone = await serve(express().use(sameOrigin()).use(formErrors()));
    expect(await (await post(alone, "", HIDDEN)).text()).toContain("Origin: null");
  });

  it("needs no token where browsers send Sec-Fetch-Site, and with the check off", async () => {
    const { app } = appWith("no-referrer", { sameOrigin: false });
    const url = await serve(app);
    const { page, body } = await open(url, { "Sec-Fetch-Site": "none" });
    expect(body).not.toContain("__token__");
    expect(page.headers.get("Cache-Control")).toBe("private, no-cache");
    expect((await post(url, body, HIDDEN)).status).toBe(303);
  });
});
