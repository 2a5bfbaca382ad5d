import { defineConfig } from "vitest/config";

/** The conditions that make tests import the packages' sources, so that nothing has to be built first. */
const conditions = ["@turnform/source", "module", "node", "development|production"];

export default defineConfig({
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["{packages/*,demo,bench}/src/**/*.test.ts", "tests/**/*.test.ts"],
    exclude: ["**/*.heavy.test.ts", "**/node_modules/**"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
