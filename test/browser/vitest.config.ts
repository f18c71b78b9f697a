import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "../..");

/**
 * Long walks through one area, and every page under axe: `npm run drill -- browser-walks`. The gate keeps the whole
 * path, the grid, and what is quick on a copy of the demo hospital.
 */
export const walks = [
  "contract-path",
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
    // why: on a machine that others keep busy a page may answer a second too late; a fault fails twice
    retry: 1,
  },
});
