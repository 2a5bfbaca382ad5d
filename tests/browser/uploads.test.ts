import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { controls, formErrors, formRoute, memoryStore } from "@turnform/express-adapter";
import { createForm, fileInput } from "@turnform/form";
import express from "express";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { launchChromium } from "./chromium.ts";
import { bundleScript } from "./client-fixture.ts";

const Album = z.object({
  title: z.string().min(3),
  cover: z.file().max(1000),
  photos: z.array(z.file()).meta({ widget: fileInput({ multiple: true }) }),
  rows: z.array(z.object({ note: z.string(), file: z.file().optional() })).meta({ orderable: true }),
});
const form = createForm(Album, { formId: "album", noValidate: true });
let saved: z.output<typeof Album>[] = [];

const app = express();
app.use(controls({ uploads: memoryStore() }));
const script = bundleScript();
app.get("/turnform.js", async (_req, res) => void res.type("js").send(await script));
app.route("/").all(
  formRoute(form, {
    save: (album) => saved.push(album),
    view: (page) =>
      `<!doctype html><title>Album</title><script type="module" src="/turnform.js"></script>${String(page)}`,
    redirect: "/",
  }),
);
app.use(formErrors());

const server = createServer(app);
let browser: Browser;
let url: string;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  [browser] = await Promise.all([launchChromium(), once(server, "listening")]);
  // The cast: it listens on a port
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  await browser.close();
  server.close();
  server.closeAllConnections();
});

const fileOf = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const submit = (page: Page) => page.click(".tf-buttons button");
const contents = (files: readonly File[]) => Promise.all(files.map((file) => file.text()));

describe.each([true, false])("uploads with JavaScript %s", (javaScriptEnabled) => {
  let context: BrowserContext;
  const open = async (): Promise<Page> => {
    saved = [];
    context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  afterEach(() => context.close());

  it("keeps what was chosen past an error elsewhere, and saves it", async () => {
    const page = await open();
    await page.setInputFiles("#album-cover", fileOf("žába.txt", "cover"));
    await page.setInputFiles("#album-photos", [fileOf("1.txt", "one"), fileOf("2.txt", "two")]);
    await page.fill("#album-title", "x");
    await submit(page);
    expect(await page.locator(".tf-kept").allInnerTexts()).toEqual([
      "Keep žába.txt (5 bytes)",
      "Keep 1.txt (3 bytes)",
      "Keep 2.txt (3 bytes)",
    ]);
    await page.uncheck("#album-photos-0");
    await page.setInputFiles("#album-photos", fileOf("3.txt", "three"));
    await page.fill("#album-title", "Frogs");
    await submit(page);
    await expect.poll(() => saved.length).toBe(1);
    const [album] = saved;
    expect(album?.cover.name).toBe("žába.txt");
    expect(await album?.cover.text()).toBe("cover");
    expect(await contents(album?.photos ?? [])).toEqual(["two", "three"]);
  });

  it("asks again for a file that is kept no more", async () => {
    const page = await open();
    await page.setInputFiles("#album-cover", fileOf("a.txt", "cover"));
    await submit(page);
    await page.uncheck("#album-cover-0");
    await page.fill("#album-title", "Frogs");
    await submit(page);
    expect(await page.locator("[id='album-cover:error']").innerText()).toContain("Required");
    expect(await page.locator(".tf-kept").count()).toBe(0);
    expect(saved).toEqual([]);
  });

  it("gives another browser nothing by the id", async () => {
    const page = await open();
    await page.setInputFiles("#album-cover", fileOf("a.txt", "cover"));
    await submit(page);
    const id = await page.inputValue("#album-cover-0");
    const body = new FormData();
    const marker = "cover:sequence";
    for (const [name, value] of [
      ["title", "Frogs"],
      ["__start__", marker],
      ["__upload__", id],
      ["__end__", marker],
    ])
      body.append(name ?? "", value ?? "");
    const stranger = await fetch(url, { method: "POST", body });
    expect(stranger.status).toBe(422);
    const answer = await stranger.text();
    expect(answer).not.toContain(id);
    expect(answer).not.toContain("a.txt");
    expect(saved).toEqual([]);
  });

  it("keeps uploads while rows are added, moved and removed", async () => {
    const page = await open();
    await page.setInputFiles("#album-cover", fileOf("a.txt", "cover"));
    await page.fill("#album-title", "Frogs");
    const add = page.locator("[id='album-rows:add']");
    for (const [index, text] of ["one", "two", "three"].entries()) {
      await add.click();
      await page.fill(`#album-rows-${index}-note`, text);
      await page.setInputFiles(`#album-rows-${index}-file`, fileOf(`${text}.txt`, text));
    }
    await page.click("[id='album-rows-2:up']");
    await page.click("[id='album-rows-0:remove']");
    await submit(page);
    await expect.poll(() => saved.length, { timeout: 5000 }).toBe(1);
    const rows = saved[0]?.rows ?? [];
    expect(rows.map(({ note }) => note)).toEqual(["three", "two"]);
    expect(await contents(rows.flatMap(({ file }) => file ?? []))).toEqual(["three", "two"]);
  });
});
