import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { formErrors } from "@turnform/express-adapter";
import express from "express";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { Visits } from "./visits.ts";

/** Serves a page that stores the text of its query and answers with the text before. */
async function servePage(): Promise<
  (text?: string, cookie?: string) => Promise<[text: string, cookie: string]>
> {
  const visits = new Visits<string>("visit");
  const app = express().get("/page", (req, res) => {
    const had = visits.get(req) ?? "nothing";
    const text = req.query["text"];
    if (typeof text === "string") visits.set(req, text === "a-book" ? "word ".repeat(10_000) : text);
    res.send(had);
  });
  app.use(formErrors());
  const server = app.listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return async (text, cookie = "") => {
    const query = text === undefined ? "" : `?text=${text}`;
    const answer = await fetch(`http://127.0.0.1:${port}/page${query}`, { headers: { cookie } });
    return [await answer.text(), answer.headers.get("Set-Cookie") ?? ""];
  };
}

afterEach(() => void vi.useRealTimers());

describe("Visits", () => {
  it("keeps each visitor's state under a cookie that scripts and other sites can't read", async () => {
    const visit = await servePage();
    const [, cookie] = await visit("tea");
    expect(cookie).toMatch(/^visit=[\w-]{43}; Max-Age=3600; .*HttpOnly; SameSite=Lax$/);
    expect(await visit(undefined, cookie)).toEqual(["tea", ""]);
    expect((await visit())[0]).toBe("nothing");
  });

  it("forgets the state after an hour, and ignores unknown keys", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const visit = await servePage();
    const [, cookie] = await visit("tea");
    vi.advanceTimersByTime(60 * 60 * 1000);
    const [had, fresh] = await visit("milk", cookie);
    expect(had).toBe("nothing");
    expect(fresh.split(";")[0]).not.toBe(cookie.split(";")[0]);
    const [, given] = await visit("milk", "visit=mine");
    expect(given).not.toContain("visit=mine");
  });

  it("refuses a state above its size limit", async () => {
    const visit = await servePage();
    expect((await visit("a-book"))[0]).toContain("Your entries are too long to keep.");
  });
});
