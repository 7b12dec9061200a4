import {defineConfig} from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**"],
          testTimeout: 60_000,
          maxWorkers: "100%"
        }
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: "test/e2e/setup.ts",
          testTimeout: 180_000,
          maxWorkers: 2,
          // A busy machine may let a browser miss a moment; what is broken fails every time.
          retry: 2,
          hookTimeout: 60_000,
          expect: {poll: {timeout: 15_000}}
        }
      }
    ]
  }
});
