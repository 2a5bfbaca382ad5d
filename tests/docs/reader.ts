import { rmSync } from "node:fs";
import type { BrowserContextOptions, Page as Tab } from "playwright-core";
import { afterAll, expect, onTestFinished } from "vitest";
import { sharedBrowser } from "../browser/pages.ts";
import { folderNamed, folderOf, writePage } from "./folder.ts";
import { readPage } from "./page.ts";
import { Shell } from "./shell.ts";

/** A reader who follows pages in a browser while the tests of a file run. */
export interface Reader {
  /** Writes the files of a page and returns their folder. */
  readonly write: (path: string) => string;
  /** Opens an address. Scripts must not fail there, and the policy must not block anything. */
  readonly visit: (address: string, options?: BrowserContextOptions) => Promise<Tab>;
  /** Writes the files of a page, starts its server, and opens its address. */
  readonly follow: (path: string, options?: BrowserContextOptions) => Promise<Tab>;
}

/** Makes a reader that writes to a folder of this name. */
export function reader(name: string): Reader {
  const folder = folderNamed(name);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function write(path: string, withPort?: (text: string) => string): string {
    const page = readPage(path);
    const pageFolder = folderOf(folder, page);
    writePage(pageFolder, page, withPort);
    return pageFolder;
  }

  async function visit(address: string, options?: BrowserContextOptions): Promise<Tab> {
    // Reduced motion turns off transitions, so that styles have their final values.
    const browser = await sharedBrowser();
    const context = await browser.newContext({ baseURL: address, reducedMotion: "reduce", ...options });
    onTestFinished(() => context.close());
    const tab = await context.newPage();
    const failures: string[] = [];
    tab.on("pageerror", (error) => failures.push(String(error)));
    tab.on("console", (message) => {
      const isStatus = message.text().startsWith("Failed to load resource");
      if (message.type() === "error" && !isStatus) failures.push(message.text());
    });
    onTestFinished(() => expect(failures).toEqual([]));
    await tab.goto("/");
    return tab;
  }

  return {
    write: (path) => write(path),
    visit,
    async follow(path, options) {
      const page = readPage(path);
      const shell = await Shell.open(folderOf(folder, page));
      onTestFinished(() => shell.close());
      write(path, (text) => shell.withPort(text));
      // The first command of each tool: a build, and the server
      const commands = ["@tailwindcss/cli", "tsx"].flatMap((tool) =>
        (new RegExp(`^npx ${tool} .*$`, "m").exec(page.source) ?? []).slice(0, 1),
      );
      await shell.run(commands.join("\n"));
      return visit(`http://localhost:${shell.port}`, options);
    },
  };
}
