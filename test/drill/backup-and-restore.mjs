import { spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

// backup → wipe → restore → compare row by row, file hashes, audit chain; the guide's own commands; faults.

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const files = ["test/cli/backup.test.ts", "test/cli/restore-guide.test.ts", "test/server/faults.test.ts"];
const child = spawn(
  process.execPath,
  [path.join(root, "node_modules/vitest/vitest.mjs"), "run", "--config", "test/vitest.config.ts", ...files],
  { cwd: root, stdio: "inherit" },
);
process.exitCode = await new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
