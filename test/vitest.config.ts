import path from "node:path";
import { defineConfig } from "vitest/config";

const root = path.resolve(import.meta.dirname, "..");

/** Short names of the rooms, as in tsconfig. */
export const alias = {
  "~": path.join(root, "app"),
  "#db": path.join(root, "db"),
  "#templates": path.join(root, "templates"),
};
export const shared = {
  globalSetup: ["test/support/temp-folder.ts"],
  setupFiles: ["test/support/setup.ts"],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  pool: "forks" as const,
};
/**
 * Rooms whose tests compute, or write into database files of their own. why without isolation: nothing there is global,
 * so files may share what they load, and loading it anew for each of two hundred files took longer than the tests.
 */
const sharing = ["db", "domain", "messages", "pdf", "templates", "use-cases", "workbook"].map(
  (room) => `test/${room}/**`,
);
const tests = (folders: readonly string[]) =>
  folders.flatMap((each) => [`${each}/*.test.ts`, `${each}/*.test.tsx`]);

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        root,
        test: { ...shared, name: "sharing", include: tests(sharing), isolate: false },
      },
      {
        resolve: { alias },
        root,
        test: {
          ...shared,
          name: "running",
          include: tests(["test/**"]),
          exclude: ["test/browser/**", "node_modules/**", ...sharing],
        },
      },
    ],
  },
});
