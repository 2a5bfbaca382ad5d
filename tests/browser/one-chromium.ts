/** Starts the one Chromium that all browser tests of a run share, before the first of them. */
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { chromiumOptions } from "./chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address at which tests connect to the Chromium of their run. */
    readonly chromium: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await chromium.launchServer({ ...chromiumOptions(), host: "127.0.0.1" });
  project.provide("chromium", server.wsEndpoint());
  return () => server.close();
}
