import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nextPage } from "./next-page.ts";
import { openPage } from "./pages.ts";

const folder = mkdtempSync(join(tmpdir(), "turnform-site-"));
const site = join(folder, "site");
const script = fileURLToPath(new URL("../../demo/scripts/export-docs.ts", import.meta.url));

/** Runs the export as its npm script does. */
function runExport(...args: readonly string[]): { readonly status: number | null; readonly stderr: string } {
  const flags = ["--conditions=@turnform/source", "--import", "tsx"];
  return spawnSync(process.execPath, [...flags, script, ...args], { encoding: "utf8" });
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
};

/** Serves the exported files below a path, as plain as a server can be. */
const server: Server = createServer((req, res) => {
  const path = /^\/below\/a\/path\/([\w./-]*)/.exec(req.url ?? "")?.[1] ?? "missing";
  try {
    const content = readFileSync(join(site, path === "" ? "index.html" : path));
    res.writeHead(200, { "Content-Type": TYPES[extname(path || ".html")] ?? "text/html" }).end(content);
  } catch {
    res.writeHead(404).end();
  }
});
let url = "";

beforeAll(async () => {
  expect(runExport(site)).toMatchObject({ status: 0, stderr: "" });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/below/a/path/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

describe("the exported documentation", () => {
  it("has no broken link, anchor or file below any path of a server", async () => {
    const { page, complaints } = await openPage();
    const missing: string[] = [];
    page.on("response", (response) => {
      if (response.status() !== 200) missing.push(response.url());
    });
    const anchors = new Set<string>();
    const links = new Set<string>();
    const queue = new Set([url]);
    for (const address of queue) {
      await page.goto(address);
      const ids: string[] = await page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)");
      for (const id of ids) anchors.add(`${address}#${id}`);
      const found: string[] = await page.evaluate(
        "[...document.querySelectorAll('a[href]')].map(({ href }) => href)",
      );
      for (const link of found.filter((link) => link.startsWith("http://127.0.0.1"))) {
        links.add(decodeURI(link));
        queue.add(link.replace(/#.*/, ""));
      }
    }
    expect(queue.size).toBeGreaterThan(50);
    expect([...queue].filter((address) => !address.startsWith(url))).toEqual([]);
    expect([...links].filter((link) => link.includes("#") && !anchors.has(link))).toEqual([]);
    expect([missing, complaints]).toEqual([[], []]);
  });

  it("searches in the browser", async () => {
    const { page, complaints } = await openPage();
    await page.goto(`${url}guide/01-install.html`);
    await page.getByRole("searchbox").fill("uploads");
    await nextPage(page, () => page.getByRole("searchbox").press("Enter"));
    expect(page.url()).toBe(`${url}search.html?q=uploads`);
    await page.getByText("Results for “uploads”").waitFor();
    expect(await page.getByRole("searchbox").inputValue()).toBe("uploads");
    expect(await page.locator(".docs-found mark").first().textContent()).toMatch(/^upload/i);
    await nextPage(page, () => page.locator(".docs-found a").first().click());
    expect(page.url()).toBe(`${url}concepts/uploads.html`);
    expect(complaints).toEqual([]);
  });

  it("shows a hostile query as text", async () => {
    const { page, complaints } = await openPage();
    const query = `<img src=x onerror="document.title='!'">`;
    await page.goto(`${url}search.html?q=${encodeURIComponent(query)}`);
    await page.getByText(`esults for “${query}”`).waitFor();
    expect(complaints).toEqual([]);
  });

  it("says without JavaScript that the search needs it", async () => {
    const { page } = await openPage({ javaScriptEnabled: false });
    await page.goto(`${url}search.html?q=uploads`);
    expect(await page.getByText("The search needs JavaScript").isVisible()).toBe(true);
  });
});

describe("docs:export", () => {
  it("asks for a folder", () => {
    expect(runExport()).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("docs:export -- FOLDER"),
    });
  });

  it("refuses a folder with other files, and a file", () => {
    const note = join(folder, "note.txt");
    writeFileSync(note, "mine");
    expect(runExport(folder)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("holds other files"),
    });
    expect(runExport(note)).toMatchObject({ status: 2, stderr: expect.stringContaining("is a file") });
    expect(readFileSync(note, "utf8")).toBe("mine");
  });
});
