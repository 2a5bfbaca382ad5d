import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { createApp } from "../../demo/src/app.ts";
import type { PresetStore } from "../../demo/src/presets/index.ts";
import { listenLocally } from "../../demo/src/testing/listen-locally.ts";
import { MovingTurntable } from "../../demo/src/testing/moving-turntable.ts";
import type { Turntable } from "../../demo/src/turntable/index.ts";
import { openTestStore } from "../../demo/src/testing/test-store.ts";

/** A running demo server. */
export interface Demo<Table extends Turntable = MovingTurntable> {
  readonly url: string;
  readonly store: PresetStore;
  readonly turntable: Table;
  /** Stops the server and closes its database. */
  stop(): Promise<void>;
}

/** Starts the demo on a free port, with the database `presets.db` in a folder, and a simulated turntable. */
export function startDemo(folder: string): Promise<Demo> {
  return startDemoWith(folder, new MovingTurntable());
}

/** Starts the demo with any turntable. Stopping the demo closes the turntable. */
export async function startDemoWith<Table extends Turntable>(
  folder: string,
  turntable: Table,
): Promise<Demo<Table>> {
  const store = await openTestStore(`file:${join(folder, "presets.db")}`);
  const server = createServer(createApp({ store, turntable }));
  return {
    url: await listenLocally(server),
    store,
    turntable,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      await turntable.close();
      await store.close();
    },
  };
}

/** Makes a folder for a database. Call `remove` when done. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "turnform-demo-"));
  return { path, remove: () => rmSync(path, { recursive: true }) };
}

const require = createRequire(import.meta.url);
/** The smaller of axe's two scripts, because each page parses it again. */
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * Returns the violations of WCAG 2.2 AA, and of axe's best practices, in the current state of a page or frame.
 *
 * @param runOnly Groups of axe's rules, or single rules, to run instead
 */
export async function accessibilityFaults(page: Pick<Page, "evaluate">, runOnly = rules): Promise<unknown> {
  if (await page.evaluate(`typeof axe === "undefined"`)) await page.evaluate(axe);
  return page.evaluate(`axe.run({ runOnly: ${JSON.stringify(runOnly)}, resultTypes: ["violations"] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => [id, ...nodes.map(({ html, failureSummary }) => html + failureSummary)]))`);
}

/** A demo for the tests of a file. */
export interface Site {
  /** Folder with the demo's database, `presets.db`. */
  readonly folder: string;
  readonly url: string;
  /** The currently running demo. */
  readonly demo: Demo;
  /** Stops the demo and starts it again, with the same database. */
  restart(): Promise<void>;
}

/** Runs a demo while the tests of a file run. */
export function useDemo(): Site {
  const folder = temporaryFolder();
  let demo: Demo | undefined;
  beforeAll(async () => {
    demo = await startDemo(folder.path);
  });
  afterAll(async () => {
    await demo?.stop();
    folder.remove();
  });
  return {
    folder: folder.path,
    get demo() {
      if (!demo) throw new Error("The demo has not started");
      return demo;
    },
    get url() {
      return this.demo.url;
    },
    async restart() {
      await demo?.stop();
      demo = await startDemo(folder.path);
    },
  };
}
