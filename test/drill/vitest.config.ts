import path from "node:path";
import { defineConfig } from "vitest/config";
import { alias, shared } from "../vitest.config";

/** Long runs that vitest carries: not part of the gate. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, "../.."),
  resolve: { alias },
  test: { ...shared, testTimeout: 3_600_000, include: ["test/drill/*.drill.ts"] },
});
