import { readdir } from "node:fs/promises";
import path from "node:path";
import { endOnSignals, exitOf, startChild, stopSignal } from "../../app/cli/child-process.mjs";
import { say, sayFailure } from "../../app/cli/terminal.mjs";
import { checkNode, ensureInstalled, root } from "../../app/cli/toolchain.mjs";
import { printTable } from "../support/table.mjs";

// `npm run drill -- [name…]`: the long runs, each a program test/drill/<name>.mjs that exits 0 when it holds.

/** @param {string[]} chosen */
async function drillNames(chosen) {
  const files = await readdir(path.join(root, "test/drill"));
  const known = files
    .filter((file) => file.endsWith(".mjs") && file !== "run.mjs")
    .map((file) => path.parse(file).name);
  return known.filter((name) => chosen.length === 0 || chosen.includes(name)).sort();
}

/** @param {string} name */
async function runDrill(name) {
  say(`drill ${name}`);
  const start = performance.now();
  const program = path.join(root, "test/drill", `${name}.mjs`);
  const child = startChild(process.execPath, [program], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const code = await exitOf(child);
  return {
    drill: name,
    result: code === 0 ? "ok" : `FAILED (${code})`,
    seconds: ((performance.now() - start) / 1000).toFixed(1),
    code,
  };
}

async function main() {
  endOnSignals();
  checkNode();
  await ensureInstalled();
  const results = [];
  for (const name of await drillNames(process.argv.slice(2))) {
    if (!stopSignal()) results.push(await runDrill(name));
  }
  const failed = results.filter((result) => result.code !== 0).length;
  printTable(["drill", "result", "seconds"], results);
  process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 || results.length === 0 ? 1 : 0;
}

main().catch((error) => {
  sayFailure(error);
  process.exitCode = 1;
});
