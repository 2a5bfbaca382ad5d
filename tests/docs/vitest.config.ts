import { defineConfig } from "vitest/config";

/** Runs tests that pages of the docs show, with the packages' sources instead of their builds. */
export default defineConfig({
  root: process.cwd(),
  ssr: { resolve: { conditions: ["@turnform/source", "module", "node", "development|production"] } },
});
