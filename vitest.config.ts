import { defineConfig } from "vitest/config";

/** The conditions that make tests import the packages' sources, so that nothing has to be built first. */
const conditions = ["@turnform/source", "module", "node", "development|production"];

const exclude = ["**/*.heavy.test.ts", "**/node_modules/**"];
const browserTests = ["tests/browser/**/*.test.ts", "tests/docs/{guide,recipes}.test.ts"];

export default defineConfig({
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    exclude,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["{packages/*,demo,bench}/src/**/*.test.ts", "tests/**/*.test.ts"],
          exclude: [...exclude, ...browserTests],
        },
      },
      // Where a browser and a server share a busy machine, either may be late: what fails twice is broken.
      { extends: true, test: { name: "browser", include: browserTests, retry: 1 } },
    ],
  },
});
