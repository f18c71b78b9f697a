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
  setupFiles: ["test/support/setup.ts"],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  pool: "forks" as const,
};
/**
 * Rooms whose tests only compute. why without isolation: nothing there is global, so files may share what they load, and
 * loading it anew for each of a hundred files took longer than the tests.
 */
const computing = ["domain", "messages", "pdf", "templates", "workbook"].map((room) => `test/${room}/**`);
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
        test: { ...shared, name: "computing", include: tests(computing), isolate: false },
      },
      {
        resolve: { alias },
        root,
        test: {
          ...shared,
          name: "running",
          include: tests(["test/**"]),
          exclude: ["test/browser/**", "node_modules/**", ...computing],
        },
      },
    ],
  },
});
