import { spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "../../app/cli/build.mjs";

// Much is thrown at every action of the program, with a new seed each time: `BUNTAN_SEED=…` repeats one.

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

await ensureBuilt();
const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
const child = spawn(process.execPath, [vitest, "run", "--config", "test/drill/vitest.config.ts"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "test" },
});
process.exitCode = await new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
