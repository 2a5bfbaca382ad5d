import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { controls, type ControlsOptions } from "./controls.ts";
import { fileStore } from "./file-store.ts";
import { exchangeOf, setSecret } from "./express-exchange.ts";
import { ownerOf, rotateOwner } from "./owner.ts";
import { StoredFile } from "./stored-file.ts";
import { serve } from "./testing/serve.ts";

const SECRET = "0123456789abcdef0123456789abcdef";

/** Serves an app that answers with the owner of a request, rotates keys at `/rotate`, and counts received files. */
function served(
  secret: string | readonly string[] | undefined,
  options: ControlsOptions = {},
): Promise<string> {
  const app = express().set("trust proxy", true).use(controls(options));
  if (secret !== undefined) setSecret(app, secret);
  app.all("/", async (req, res) => {
    const sent = await ownerOf(exchangeOf(req)).sent();
    res.json({ sent, key: await ownerOf(exchangeOf(req)).getOrCreate() });
  });
  app.all("/rotate", async (req, res) => {
    rotateOwner(req);
    res.json({
      sent: await ownerOf(exchangeOf(req)).sent(),
      key: await ownerOf(exchangeOf(req)).getOrCreate(),
    });
  });
  app.post("/files", (req, res) => {
    res.json(req.controls.flatMap(([, value]) => (value instanceof StoredFile ? [value.id] : [])));
  });
  return serve(app);
}

const Said = z.object({ sent: z.string().optional(), key: z.string() });

interface Answer {
  readonly sent: string | undefined;
  readonly key: string;
  /** The new cookie, if any. */
  readonly set: string | undefined;
}

async function ask(url: string, cookie = "", headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(url, { headers: { Cookie: cookie, ...headers } });
  const set = answer.headers.get("Set-Cookie") ?? undefined;
  const { sent, key } = Said.parse(await answer.json());
  return { sent, key, set };
}

const nameAndValue = ({ set = "" }: Answer): string => set.split(";")[0] ?? "";

describe("ownerOf", () => {
  it("recognises a person by the adapter's cookie", async () => {
    const url = await served(SECRET);
    const first = await ask(url);
    expect(first.sent).toBeUndefined();
    expect(first.set).toMatch(/^turnform_owner=[\w-]{72}; Path=\/; HttpOnly; SameSite=Lax$/);
    const again = await ask(url, `turnform_owner=x; ${nameAndValue(first)}`);
    expect(again).toEqual({ sent: first.key, key: first.key, set: undefined });
  });

  it("ignores a key that the application did not sign", async () => {
    const url = await served(SECRET);
    const mine = nameAndValue(await ask(url));
    const others = nameAndValue(await ask(await served(undefined)));
    const changed = mine.replace(/=./, (start) => (start === "=A" ? "=B" : "=A"));
    for (const cookie of [
      others,
      changed,
      `turnform_owner=${"A".repeat(72)}`,
      `turnform_owner=${"A".repeat(43)}`,
    ])
      expect((await ask(url, cookie)).sent).toBeUndefined();
  });

  it("accepts keys of another process with the same secret, and of older secrets", async () => {
    const cookie = nameAndValue(await ask(await served(SECRET)));
    expect((await ask(await served(SECRET), cookie)).sent).toBeDefined();
    expect((await ask(await served(["n".repeat(32), SECRET]), cookie)).sent).toBeDefined();
    expect((await ask(await served("n".repeat(32)), cookie)).sent).toBeUndefined();
  });

  it("uses a cookie on https that no other host and no http page can set", async () => {
    const url = await served(SECRET);
    const https = { "X-Forwarded-Proto": "https" };
    const first = await ask(url, "", https);
    expect(first.set).toMatch(/^__Host-turnform_owner=[\w-]{72}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect((await ask(url, nameAndValue(first), https)).sent).toBe(first.key);
    const plain = nameAndValue(await ask(url));
    expect((await ask(url, plain, https)).sent).toBeUndefined();
  });

  it("renews a key that a shown page could outlive, and ignores an expired one", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    const url = await served(SECRET);
    const first = await ask(url);
    const day = 24 * 60 * 60 * 1000;
    const sentBy = async (method: string) => {
      const answer = await fetch(url, { method, headers: { Cookie: nameAndValue(first) } });
      return Reflect.get(Object(await answer.json()), "sent") === first.key;
    };
    vi.setSystemTime(Date.now() + 28 * day);
    expect([await sentBy("GET"), await sentBy("POST")]).toEqual([true, true]);
    vi.setSystemTime(Date.now() + 1.5 * day);
    expect([await sentBy("GET"), await sentBy("POST")]).toEqual([false, true]);
    vi.setSystemTime(Date.now() + day);
    expect([await sentBy("GET"), await sentBy("POST")]).toEqual([false, false]);
  });

  it("falls back to the cookie if the application knows nobody", async () => {
    const url = await served(SECRET, { owner: (req) => req.get("X-User") ?? "" });
    expect(await ask(url, "", { "X-User": "ann" })).toEqual({ sent: "ann", key: "ann", set: undefined });
    const first = await ask(url);
    expect((await ask(url, nameAndValue(first))).sent).toBe(first.key);
  });

  it("returns an upload from another process with the same secret", async () => {
    const directory = await mkdtemp(join(tmpdir(), "uploads-"));
    onTestFinished(() => rm(directory, { recursive: true }));
    const process = () => served(SECRET, { uploads: fileStore({ directory }) });
    const [one, two] = [await process(), await process()];
    const body = new FormData();
    body.append("upload", new File(["a"], "a.txt"));
    const stored = await fetch(`${one}/files`, { method: "POST", body });
    const [id = ""] = z.array(z.string()).parse(await stored.json());
    const headers = { Cookie: stored.headers.get("Set-Cookie")?.split(";")[0] ?? "" };
    const kept = new URLSearchParams({ __upload__: id });
    expect(await (await fetch(`${two}/files`, { method: "POST", body: kept, headers })).json()).toEqual([id]);
    expect(await (await fetch(`${two}/files`, { method: "POST", body: kept })).json()).toEqual([]);
  });
});

describe("rotateOwner", () => {
  it("sets a new key, which counts at once", async () => {
    const url = await served(SECRET);
    const first = await ask(url);
    const next = await ask(`${url}/rotate`, nameAndValue(first));
    expect(next.sent).toBe(first.key);
    expect(next.key).not.toBe(first.key);
    expect((await ask(url, nameAndValue(next))).sent).toBe(next.key);
  });
});

describe("setSecret", () => {
  it("refuses a short or missing secret by name", () => {
    expect(() => setSecret(express(), "short")).toThrow("needs at least 32 characters; a secret has 5");
    expect(() => setSecret(express(), [SECRET, "short"])).toThrow("at least 32 characters");
    expect(() => setSecret(express(), undefined)).toThrow("none was given");
    expect(() => setSecret(express(), [])).toThrow("none was given");
  });
});
