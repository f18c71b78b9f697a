import { spawn } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundleOptions } from "../../app/cli/build.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const out = (/** @type {string} */ name) => `build/drill/${name}.js`;

/**
 * @typedef {(root: string, file: string, isMadeUp?: boolean) => Promise<{ entries: number, disclosures: number, papers: number }>} Look
 * @typedef {{ kills: number, finished: number, entries: number, disclosures: number, papers: number }} Killed
 */

/** Bundles the programs that are killed and the one that looks afterwards. */
async function prepare() {
  await mkdir(path.join(root, "build/drill"), { recursive: true });
  const esbuild = await import("esbuild");
  const sources = {
    "demo-until-killed": "test/drill/demo-until-killed.ts",
    "migrate-until-killed": "test/drill/migrate-until-killed.ts",
    "after-a-kill": "test/drill/after-a-kill.ts",
    "reader-process": "app/workbook/reader-process.ts",
    "paper-process": "app/pdf/paper-process.ts",
    "picture-process": "app/workbook/page-picture/picture-process.ts",
  };
  const bundles = Object.entries(sources).map(([name, source]) => ({ source, output: out(name) }));
  await esbuild.build(bundleOptions(bundles));
  const module = await import(pathToFileURL(path.join(root, out("after-a-kill"))).href);
  return /** @type {Look} */ (module.lookAfterKill);
}

/**
 * Runs a program and kills it (kill -9) some time after it said "ready".
 *
 * @param {string[]} args
 * @param {number} afterMs
 * @returns {Promise<boolean>} false when it had ended by itself before
 */
async function runAndKill(args, afterMs) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code)));
  await Promise.race([new Promise((resolve) => child.stdout.once("data", resolve)), ended]);
  await Promise.race([wait(afterMs), ended]);
  child.kill("SIGKILL");
  const how = await ended;
  if (how !== "SIGKILL" && how !== 0) throw new Error(`the program ended by itself (${how})`);
  return how === "SIGKILL";
}

/**
 * Kills a process that does everything a hospital does, and one that migrates, at random moments, and looks each time.
 *
 * @param {{ demos: number, migrations: number, demoMs: number }} times
 * @returns {Promise<{ demo: Killed, migration: Killed }>}
 */
export async function killAnywhere(times) {
  const look = await prepare();
  const folder = await mkdtemp(path.join(tmpdir(), "buntan-kill-anywhere-"));
  try {
    const demo = await killDemos(look, folder, times.demos, times.demoMs);
    return { demo, migration: await killMigrations(look, folder, times.migrations) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns {Killed} */
const nothing = () => ({ kills: 0, finished: 0, entries: 0, disclosures: 0, papers: 0 });

/**
 * @param {Look} look
 * @param {string} folder
 * @param {number} times
 * @param {number} withinMs
 */
async function killDemos(look, folder, times, withinMs) {
  const sum = nothing();
  for (let at = 0; at < times; at += 1) {
    const file = path.join(folder, `demo-${at}.db`);
    // why spread evenly with chance inside: every part of the course is hit, whatever the number of runs.
    const afterMs = ((at + Math.random()) / times) * withinMs;
    const isKilled = await runAndKill([path.join(root, out("demo-until-killed")), file], afterMs);
    const seen = await look(root, file);
    sum.kills += isKilled ? 1 : 0;
    sum.finished += isKilled ? 0 : 1;
    for (const key of /** @type {const} */ (["entries", "disclosures", "papers"])) sum[key] += seen[key];
    for (const suffix of ["", "-wal", "-shm"]) await rm(file + suffix, { force: true });
  }
  return sum;
}

/** Earlier states to migrate from: by number of migrations; the last ones chain a long log. */
const STATES = [1, 4, 8, 12, 16];
const MIGRATE_MS = 900;

/**
 * @param {Look} look
 * @param {string} folder
 * @param {number} times
 */
async function killMigrations(look, folder, times) {
  const sum = nothing();
  const program = path.join(root, out("migrate-until-killed"));
  /** @type {Map<number, string>} */
  const seeds = new Map();
  for (let at = 0; at < times; at += 1) {
    const state = STATES[at % STATES.length] ?? 1;
    const seed = seeds.get(state) ?? path.join(folder, `seed-${state}.db`);
    if (!seeds.has(state)) {
      await runToEnd([program, "seed", seed, String(state)]);
      seeds.set(state, seed);
    }
    const file = path.join(folder, `migrating-${at}.db`);
    await copyFile(seed, file);
    const isKilled = await runAndKill([program, "open", file], Math.random() * MIGRATE_MS);
    const seen = await look(root, file, true);
    sum.kills += isKilled ? 1 : 0;
    sum.finished += isKilled ? 0 : 1;
    sum.entries += seen.entries;
    for (const suffix of ["", "-wal", "-shm"]) await rm(file + suffix, { force: true });
  }
  return sum;
}

/** @param {string[]} args */
async function runToEnd(args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error(`the seed was not made (${code})`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { demo, migration } = await killAnywhere({ demos: 100, migrations: 200, demoMs: 8_000 });
  process.stdout.write(
    `demo: ${demo.kills} kills (${demo.finished} had finished), ${demo.entries} entries, ${demo.disclosures} disclosures, ${demo.papers} papers looked at, none half, every chain whole\n` +
      `migrations: ${migration.kills} kills (${migration.finished} had finished), ${migration.entries} entries, every file opened and whole\n`,
  );
  process.exit(0);
}
