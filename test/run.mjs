import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { ensureBuilt } from "../app/cli/build.mjs";
import { endOnSignals, exitOf, runCaptured, startChild, stopSignal } from "../app/cli/child-process.mjs";
import { sayFailure } from "../app/cli/terminal.mjs";
import { checkNode, ensureInstalled, root } from "../app/cli/toolchain.mjs";
import {
  installCommand,
  installPrograms,
  missingPrograms,
  optionalPrograms,
} from "./support/outside-programs.mjs";
import { outcomeOf, readReport, runStep, summaryOf } from "./support/steps.mjs";

// `npm test`: everything, on a bare clone. `npm test -- types lint` runs single steps.

/** @typedef {import("./support/steps.mjs").Step} Step */
/** @typedef {import("./support/steps.mjs").Outcome} Outcome */

const isCi = process.env.CI === "true" || process.env.CI === "1";
/**
 * why: a NODE_ENV of the caller would give the tests another React than they expect
 *
 * @type {NodeJS.ProcessEnv}
 */
const testEnv = { ...process.env, NODE_ENV: "test" };

/** @type {Record<string, Step>} */
const steps = {
  programs: { name: "outside programs", run: checkPrograms },
  types: { name: "types", run: () => runTool("typescript/bin/tsc", ["--noEmit", "--pretty", "false"]) },
  lint: { name: "lint and format", run: () => runTool("@biomejs/biome/bin/biome", ["check", "."]) },
  build: { name: "build", run: buildOnce },
  unit: { name: "unit, templates, integration", run: () => runVitest("unit", "test/vitest.config.ts") },
  browser: { name: "browser", run: () => runVitest("browser", "test/browser/vitest.config.ts") },
};

/**
 * Two lanes while nothing is driven (types take one processor longer than the build does), then the browser alone: a
 * browser test on a busy machine fails for no reason.
 */
async function runAll() {
  const chosen = process.argv.slice(2);
  /** @param {string[]} names */
  const lane = async (...names) => {
    const results = [];
    for (const [key, step] of Object.entries(steps)) {
      if (!names.includes(key) || (chosen.length > 0 && !chosen.includes(key)) || stopSignal()) continue;
      results.push(await runStep(step));
    }
    return results;
  };
  const first = await lane("programs");
  const side = await Promise.all([lane("lint", "types"), lane("build", "unit")]);
  return [...first, ...side.flat(), ...(await lane("browser"))];
}

/** @returns {Promise<Outcome>} */
async function checkPrograms() {
  let missing = await missingPrograms();
  let output = "";
  if (missing.length > 0 && isCi && process.getuid?.() === 0) {
    process.stdout.write(`installing: ${missing.map((program) => program.name).join(", ")}\n`);
    output = await installPrograms(missing);
    missing = await missingPrograms();
  }
  if (missing.length === 0) return { passed: 1, failed: 0, output: await adviceOnOptional() };
  const names = missing.map((program) => program.name).join(", ");
  const advice = `missing: ${names}\nテストに必要なプログラムがありません。次を実行してください / The tests need them; run:\n\n  ${installCommand(missing)}\n`;
  return { passed: 0, failed: 1, output: `${output}${advice}` };
}

/** veraPDF runs where Java is: brought on a CI machine, named elsewhere. */
async function adviceOnOptional() {
  const missing = await missingPrograms(optionalPrograms);
  if (missing.length === 0) return "";
  if (isCi && process.getuid?.() === 0) {
    const output = await installPrograms(missing);
    if ((await missingPrograms(optionalPrograms)).length === 0) return output;
  }
  const names = missing.map((program) => program.name).join(", ");
  process.stdout.write(`not there, so not checked by it: ${names}; ${installCommand(missing)}\n`);
  return "";
}

/** @returns {Promise<Outcome>} */
async function buildOnce() {
  await ensureBuilt();
  return { passed: 1, failed: 0, output: "" };
}

/**
 * @param {string} script below node_modules
 * @param {string[]} args
 */
async function runTool(script, args) {
  return outcomeOf(
    await runCaptured(process.execPath, [path.join(root, "node_modules", script), ...args], { cwd: root }),
  );
}

/**
 * @param {string} name
 * @param {string} config
 * @returns {Promise<Outcome>}
 */
async function runVitest(name, config) {
  if (!existsSync(path.join(root, config))) return { passed: 0, failed: 1, output: `${config} is missing` };
  const report = path.join(root, `.cache/test/${name}.json`);
  await rm(report, { force: true });
  await mkdir(path.dirname(report), { recursive: true });
  const vitest = path.join(root, "node_modules/vitest/vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const child = startChild(process.execPath, [vitest, "run", "--config", config, ...reporters], {
    cwd: root,
    env: testEnv,
    stdio: ["ignore", "inherit", "inherit"],
  });
  return readReport(report, await exitOf(child));
}

async function main() {
  endOnSignals();
  checkNode();
  await ensureInstalled();
  const start = performance.now();
  const results = await runAll();
  const { line, exitCode } = summaryOf(results);
  process.stdout.write(
    `\nNode ${process.version}, ${((performance.now() - start) / 1000).toFixed(0)} s\n${line}\n`,
  );
  process.exitCode = exitCode;
}

main().catch((error) => {
  if (stopSignal()) return;
  sayFailure(error);
  process.stdout.write("0 passed, 1 failed\n");
  process.exitCode = 1;
});
