import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "../..");

export default defineConfig({
  root,
  resolve: {
    alias: {
      "~": path.join(root, "app"),
      "#db": path.join(root, "db"),
      "#templates": path.join(root, "templates"),
    },
  },
  test: {
    include: ["test/browser/**/*.test.ts"],
    setupFiles: ["test/support/setup.ts"],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    pool: "forks",
    // why: a browser and a server a file already fill two cores; more at once only makes tests wait
    maxWorkers: 1,
  },
});
