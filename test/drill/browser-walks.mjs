import { spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "../../app/cli/build.mjs";

// The long walks in a real browser: every page under axe, and one area each — the vendor's desk, requests, a contract
// to its timeline, receiving, importing.

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

await ensureBuilt();
const child = spawn(
  process.execPath,
  [path.join(root, "node_modules/vitest/vitest.mjs"), "run", "--config", "test/browser/vitest.config.ts"],
  { cwd: root, stdio: "inherit", env: { ...process.env, NODE_ENV: "test", BUNTAN_BROWSER_WALKS: "1" } },
);
process.exitCode = await new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
