/** Uploads large files with the script, and follows their progress. */
import { fileURLToPath } from "node:url";
import { controls, formAssets, formErrors, formRoute, memoryStore } from "@turnform/express-adapter";
import { createForm, fileInput } from "@turnform/form";
import express from "express";
import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { listening } from "../server/listen.ts";
import { openPage } from "./pages.ts";

const Album = z.object({
  title: z.string().min(3),
  cover: z.file(),
  parts: z
    .array(
      z.object({
        name: z.string(),
        files: z.array(z.file()).meta({ widget: fileInput({ multiple: true }) }),
      }),
    )
    .meta({ orderable: true }),
});
type Album = z.output<typeof Album>;
/** Enough to show progress. */
const LARGE = 1_000_000;
/** More than the buffers between browser and server hold, so that progress stops before its end. */
const HUGE = 20_000_000;

let saved: Album[] = [];
let posts: string[] = [];
/** Requests with bodies wait for this promise. */
let gate: Promise<void> = Promise.resolve();
let open = (): void => {};

const assets = formAssets();
const app = express().use(assets);
app.use(async (req, _res, next) => {
  if (req.method === "POST") {
    posts.push(`${req.path} ${Number(req.get("Content-Length")) > 256 * 1024 ? "large" : "small"}`);
    await gate;
  }
  next();
});
app.use(controls({ uploads: memoryStore({ maxTotal: "1gb", maxPerOwner: "100mb" }), maxFileSize: "25mb" }));
app.get("/saved", (_req, res) => res.send("<!doctype html><title>Saved</title><h1>Saved</h1>"));

const options = { formId: "f", buttons: ["save"], noValidate: true };
const plain = createForm(Album, options);
function serve(path: string, form: typeof plain): void {
  const view = (page: unknown) =>
    `<!doctype html><html lang="en"><title>Album</title>${assets.tags(form)}<main>${String(page)}</main></html>`;
  app.all(
    path,
    formRoute(form, (album) => saved.push(album), { view, redirect: "/saved" }),
  );
}
serve("/plain", plain);
serve("/enhanced", createForm(Album, { ...options, enhance: true }));

const htmxForm = createForm(Album, { ...options, action: "/htmx" });
app.get("/htmx.js", (_req, res) =>
  res.sendFile(fileURLToPath(import.meta.resolve("htmx.org/dist/htmx.min.js"))),
);
app.all(
  "/htmx",
  formRoute(htmxForm, (album) => saved.push(album), {
    view: (page) => `<!doctype html><html lang="en"><title>Album</title>${assets.tags(htmxForm)}
      <script src="/htmx.js" defer></script>
      <main hx-boost:inherited="true" hx-target:inherited="main" hx-select:inherited="#f">${String(page)}</main></html>`,
    notice: "Saved",
  }),
);
const address = listening(app.use(formErrors()));

beforeEach(() => {
  [saved, posts] = [[], []];
  gate = new Promise((resolve) => (open = resolve));
  return () => open();
});

/** Chooses a new file of a size in the page, without sending it to the browser. */
const choose = (page: Page, id: string, name: string, size: number) =>
  page.evaluate(
    `{
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(${size})], ${JSON.stringify(name)}, { type: "text/plain" }));
      const input = document.getElementById(${JSON.stringify(id)});
      input.files = files.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }`,
  );
const save = (page: Page) => page.getByRole("button", { name: "Save" }).click();

describe.each(["/plain", "/enhanced"])("an upload of %s", (path) => {
  async function start(size = LARGE) {
    const { page, complaints } = await openPage();
    await page.goto(address() + path);
    await page.getByLabel("Title").fill("Frogs");
    await page.getByRole("button", { name: "Add Item" }).click();
    await page.getByRole("button", { name: "Add Item" }).click();
    await page.locator("#f-parts-0-name").fill("one");
    await page.locator("#f-parts-1-name").fill("two");
    await page.locator("[id='f-parts-1:up']").click();
    await choose(page, "f-cover", "cover.txt", size);
    await choose(page, "f-parts-1-files", "two.txt", 10);
    const progress = page.getByRole("progressbar", { name: "Uploading files" });
    return { page, complaints, progress };
  }

  it("shows its progress, and then the next page", async () => {
    const { page, complaints, progress } = await start(HUGE);
    await save(page);
    await progress.waitFor();
    const value = () => progress.evaluate((element) => Reflect.get(element, "value"));
    await expect.poll(value).toBeGreaterThan(0);
    expect(await value()).toBeLessThan(100);
    await save(page);
    open();
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    expect(posts).toEqual([`${path} large`, `${path} small`]);
    expect(saved).toHaveLength(1);
    const [album] = saved;
    expect(album?.cover.size).toBe(HUGE);
    expect(album?.parts.map(({ name, files }) => [name, files.map((file) => file.name)])).toEqual([
      ["two", ["two.txt"]],
      ["one", []],
    ]);
    expect(complaints).toEqual([]);
  });

  it("announces quarters", async () => {
    const { page } = await start();
    await page.evaluate(`{
      window.said = [];
      const live = document.querySelector("[data-tf-live]");
      new MutationObserver(() => window.said.push(live.textContent)).observe(live, { childList: true });
      window.addEventListener("pagehide", () => sessionStorage.setItem("said", window.said.join("|")));
    }`);
    await save(page);
    open();
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    const said: unknown = await page.evaluate(`sessionStorage.getItem("said") ?? window.said.join("|")`);
    expect(said).toMatch(
      /^Uploading files\|(?:25 % uploaded\|)?(?:50 % uploaded\|)?(?:75 % uploaded\|)?100 % uploaded\|Files uploaded/,
    );
  });

  it("is cancelled without a trace", async () => {
    const { page, progress } = await start();
    await save(page);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("Upload cancelled. Nothing was saved").waitFor();
    expect(await progress.count()).toBe(0);
    expect(await page.locator(":focus").innerText()).toBe("Save");
    expect(await page.locator("#f-cover").evaluate((input) => Reflect.get(input, "files").length)).toBe(1);
    open();
    await save(page);
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    expect(saved).toHaveLength(1);
  });

  it("keeps the files on a page with errors", async () => {
    const { page } = await start();
    open();
    await page.getByLabel("Title").fill("x");
    await save(page);
    await page.locator(".tf-summary:focus").waitFor();
    expect(await page.locator(".tf-kept").allInnerTexts()).toEqual([
      "Keep cover.txt (1.0 MB)",
      "Keep two.txt (10 bytes)",
    ]);
    await page.getByLabel("Title").fill("Frogs");
    await save(page);
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    expect(posts).toEqual([`${path} large`, `${path} small`, `${path} small`]);
    expect(saved[0]?.cover.size).toBe(LARGE);
  });

  it("shows the reason of a refusal", async () => {
    const { page } = await start();
    open();
    await choose(page, "f-cover", "cover.txt", 25 * 1024 * 1024 + 1);
    await save(page);
    await page.getByRole("heading", { name: "Payload Too Large" }).or(page.getByRole("alert")).waitFor();
    expect(saved).toEqual([]);
  });

  it("leaves small files to the form", async () => {
    const { page } = await start();
    open();
    await choose(page, "f-cover", "cover.txt", 1000);
    await save(page);
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    expect(posts).toEqual([`${path} small`]);
  });

  it("explains a lost connection, and leaves the next press to the browser", async () => {
    const { page } = await start();
    await page.route(`**${path}`, (route) => route.abort());
    await save(page);
    await page.getByRole("alert").getByText("The upload failed").waitFor();
    await page.unroute(`**${path}`);
    open();
    await save(page);
    await page.getByRole("heading", { name: "Saved" }).waitFor();
    expect(posts).toEqual([`${path} large`]);
  });
});

it("leaves the form to htmx after an upload", async () => {
  const { page } = await openPage();
  await page.goto(`${address()}/htmx`);
  await page.getByLabel("Title").fill("Frogs");
  await choose(page, "f-cover", "cover.txt", LARGE);
  open();
  await save(page);
  await page.locator(".tf-notice:focus").waitFor();
  expect(posts).toEqual(["/htmx large", "/htmx small"]);
  expect(saved.map(({ cover }) => cover.size)).toEqual([LARGE]);
});
