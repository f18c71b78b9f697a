import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "../..");

/**
 * Long walks through one area, or through every page under axe, a quarter of an hour together: `npm run drill --
 * browser-walks`. The gate keeps the first start, the whole path and the grid.
 */
export const walks = [
  "catalogues",
  "contracts",
  "import",
  "pages",
  "receive",
  "requests",
  "role-negotiation",
  "vendor",
];
const isDrill = process.env.BUNTAN_BROWSER_WALKS === "1";
const walkFiles = walks.map((name) => `test/browser/${name}.test.ts`);

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
    globalSetup: ["test/browser/demo-once.ts"],
    maxConcurrency: 2,
    include: isDrill ? walkFiles : ["test/browser/**/*.test.ts"],
    exclude: isDrill ? [] : walkFiles,
    setupFiles: ["test/support/setup.ts"],
    testTimeout: 90_000,
    hookTimeout: 240_000,
    pool: "forks",
    // why: a browser and a server a file already fill two cores; more at once only makes tests wait
    maxWorkers: 1,
  },
});
