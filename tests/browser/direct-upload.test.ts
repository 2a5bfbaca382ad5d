/** Follows docs/recipes/uploads-to-s3.md: a file goes from the browser to the bucket, or through the server. */
import { rmSync } from "node:fs";
import type { RequestListener } from "node:http";
import { afterAll, beforeEach, expect, it } from "vitest";
import { folderNamed, folderOf, writePage } from "../docs/folder.ts";
import { readPage } from "../docs/page.ts";
import { bucketServer, keys } from "../docs/s3-server.ts";
import { listening } from "../server/listen.ts";
import { send } from "./next-page.ts";
import { openPage } from "./pages.ts";

interface Film {
  readonly title: string;
  readonly film: File;
}

const page = readPage("docs/recipes/uploads-to-s3.md");
const folder = folderNamed("direct-upload");
const files = folderOf(folder, page);
writePage(files, page);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let saved: Film[] = [];
let app: RequestListener | undefined;
const bucket = bucketServer();
const address = listening((req, res) => app?.(req, res));

beforeEach(async () => {
  const { filmApp } = await import(/* @vite-ignore */ `${files}app.ts`);
  saved = [];
  app = filmApp({ ...keys, bucket: bucket() }, (film: Film) => void saved.push(film));
});

const film = { name: "frögs.txt", mimeType: "text/plain", buffer: Buffer.from("ribbit") };

it("sends a chosen file to the bucket, and keeps it in the form", async () => {
  const { page, complaints } = await openPage({ extraHTTPHeaders: { "X-User": "ann" } });
  const puts: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "PUT") puts.push(new URL(request.url()).origin);
  });
  await page.goto(address());
  await page.locator("#film-film").setInputFiles(film);
  await page.getByRole("checkbox", { name: "Keep frögs.txt" }).waitFor();
  expect(puts).toEqual([new URL(bucket()).origin]);
  await page.getByLabel("Title").fill("x");
  await page.locator("form").evaluate((form) => form.setAttribute("novalidate", ""));
  await send(page);
  expect(await page.locator(".tf-kept").innerText()).toContain("Keep frögs.txt (6 bytes)");
  await page.getByLabel("Title").fill("Frogs");
  await send(page);
  expect(saved.map(({ film: { name, size, type } }) => [name, size, type])).toEqual([
    ["frögs.txt", 6, "text/plain"],
  ]);
  expect(await saved[0]?.film.text()).toBe("ribbit");
  expect(complaints).toEqual([]);
});

it("sends a file with the form without JavaScript", async () => {
  const { page } = await openPage({ javaScriptEnabled: false });
  await page.goto(address());
  await page.locator("#film-film").setInputFiles(film);
  await page.getByLabel("Title").fill("Frogs");
  await send(page);
  expect(await saved[0]?.film.text()).toBe("ribbit");
});
