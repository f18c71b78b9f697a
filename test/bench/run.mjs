import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { bundleOptions, ensureBuilt } from "../../app/cli/build.mjs";
import { endOnSignals, runCaptured } from "../../app/cli/child-process.mjs";
import { CommandFailure, say, sayFailure } from "../../app/cli/terminal.mjs";
import { checkNode, ensureInstalled, root } from "../../app/cli/toolchain.mjs";
import { printTable } from "../support/table.mjs";

// `npm run bench -- [--json] [name…]`: each test/bench/<name>.bench.ts in a process of its own, ours
// and the peer in the same run on the same data. A bench file prints its row as its last line of JSON:
// {"ours","unit","peer","peerName","goal"}; `name` and `ratio` (ours / peer) are added here.

/**
 * @typedef {{ name: string, ours: number, unit: string, peer: number, peerName: string, ratio: number, goal: string }} Row
 */

/** @param {string[]} chosen */
async function benchNames(chosen) {
  const files = await readdir(path.join(root, "test/bench"));
  const known = files
    .filter((file) => file.endsWith(".bench.ts"))
    .map((file) => file.replace(".bench.ts", ""));
  const unknown = chosen.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new CommandFailure(`no such bench: ${unknown.join(", ")}; there are: ${known.join(", ")}`);
  return known.filter((name) => chosen.length === 0 || chosen.includes(name)).sort();
}

/**
 * Bundled below build/ so that its packages are found; in build/bench/, which the app's build empties.
 *
 * @param {string} name
 */
async function bundle(name) {
  const output = `build/bench/${name}.js`;
  const esbuild = await import("esbuild");
  await mkdir(path.join(root, "build/bench"), { recursive: true });
  await esbuild.build(bundleOptions([{ source: `test/bench/${name}.bench.ts`, output }]));
  return path.join(root, output);
}

/**
 * @param {string} name
 * @returns {Promise<Row>}
 */
async function measure(name) {
  say(name);
  const program = await bundle(name);
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NODE_ENV: "production" };
  const { code, output } = await runCaptured(process.execPath, ["--expose-gc", program], { cwd: root, env });
  const last = output.trim().split("\n").at(-1) ?? "";
  if (code !== 0 || !last.startsWith("{")) throw new CommandFailure(`bench ${name} failed (${code})`, output);
  const row = JSON.parse(last);
  return { name, ...row, ratio: Math.round((row.ours / row.peer) * 1000) / 1000 };
}

async function main() {
  endOnSignals();
  checkNode();
  await ensureInstalled();
  await ensureBuilt();
  const names = await benchNames(process.argv.slice(2).filter((argument) => !argument.startsWith("--")));
  /** @type {Row[]} */
  const rows = [];
  for (const name of names) rows.push(await measure(name));
  await rm(path.join(root, "build/bench"), { recursive: true, force: true });
  if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify({ rows })}\n`);
  else printTable(["name", "ours", "unit", "peer", "peerName", "ratio", "goal"], rows);
  await import("esbuild").then((esbuild) => esbuild.stop());
}

main().catch((error) => {
  sayFailure(error);
  process.exit(1);
});
