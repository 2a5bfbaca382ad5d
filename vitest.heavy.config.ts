import { defineConfig, mergeConfig } from "vitest/config";
import config from "./vitest.config.ts";

/**
 * The long tests, `*.heavy.test.ts`. `HEAVY_SECONDS` (default 60) bounds each of them; `SEED` makes them try the same random inputs
 * again.
 */
export default mergeConfig(
  { ...config, test: { ...config.test, projects: undefined, exclude: [] } },
  defineConfig({
    test: {
      include: ["{packages/*,demo,tests}/**/*.heavy.test.ts"],
      exclude: ["**/node_modules/**"],
      setupFiles: ["scripts/test-seed.ts"],
      // They measure memory and time.
      isolate: true,
      testTimeout: 600_000,
    },
  }),
);
