import { spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

// Thousands of generated layouts by several programs: what was written is what is read.

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const RUNS = "4000";

const child = spawn(
  process.execPath,
  [
    path.join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--config",
    "test/vitest.config.ts",
    "test/workbook/generated.property.test.ts",
    "test/workbook/spoilt.property.test.ts",
    "test/workbook/shifted.property.test.ts",
    "test/workbook/other-writers.property.test.ts",
  ],
  { cwd: root, stdio: "inherit", env: { ...process.env, BUNTAN_LAYOUT_RUNS: RUNS } },
);
process.exitCode = await new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
