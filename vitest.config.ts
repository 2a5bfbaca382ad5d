import { defineConfig } from "vitest/config";

/** The conditions that make tests import the packages' sources, so that nothing has to be built first. */
const conditions = ["@turnform/source", "module", "node", "development|production"];

// Programs of the docs include tests for other runners.
const exclude = ["**/*.heavy.test.ts", "**/node_modules/**", "tests/.docs/**"];
const browserTests = ["tests/browser/**/*.test.ts", "tests/docs/{guide,recipes}.test.ts"];

/** The same random inputs in every run, so that none fails by chance. */
const seeded = { env: { SEED: process.env["SEED"] ?? "1" }, setupFiles: ["scripts/test-seed.ts"] };

export default defineConfig({
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    exclude,
    // Files share the modules that they import, which takes longer to load than most tests to run.
    isolate: false,
    maxWorkers: "100%",
    // Concurrent tests share one worker's time, so more of them would only take longer each.
    maxConcurrency: 2,
    // Bounds on what hangs, not on what is slow: other work may keep the processors busy.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          ...seeded,
          name: "node",
          include: ["{packages/*,demo,bench}/src/**/*.test.ts", "tests/**/*.test.ts"],
          exclude: [...exclude, ...browserTests],
        },
      },
      {
        extends: true,
        test: {
          ...seeded,
          name: "browser",
          include: browserTests,
        },
      },
    ],
  },
});
