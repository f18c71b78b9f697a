import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundleOptions } from "../../app/cli/build.mjs";
import { printTable } from "../support/table.mjs";

// Every hostile file through the real reader process: refused or read within 300 MB and 2 s. The seconds are
// the processor's, start of the process included; those on the clock are the same on a quiet machine and are printed.

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const LIMIT_MS = 2_000;
const LIMIT_MB = 300;

/**
 * @param {string} source
 * @param {string} name
 */
async function bundle(source, name) {
  const esbuild = await import("esbuild");
  const output = `build/drill/${name}.js`;
  await esbuild.build(bundleOptions([{ source, output }]));
  return path.join(root, output);
}

/** @typedef {{ file: string, came: string, ms: number, cpuMs: number, peakMb: number, isExpected: boolean, isNextRead: boolean }} Row */

/**
 * @param {string} program
 * @param {string} readerEntry
 * @returns {Promise<Row[]>}
 */
async function run(program, readerEntry) {
  const child = spawn(process.execPath, [program, readerEntry], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`the run ended with ${code}`);
  return output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

await mkdir(path.join(root, "build/drill"), { recursive: true });
const readerEntry = await bundle("app/workbook/reader-process.ts", "reader-process");
const program = await bundle("test/drill/hostile-run.ts", "hostile-run");
const rows = await run(program, readerEntry);
const isWithin = (/** @type {Row} */ row) =>
  row.isExpected && row.isNextRead && row.cpuMs <= LIMIT_MS && row.peakMb <= LIMIT_MB;
printTable(
  ["file", "came", "ms", "cpuMs", "peakMb", "result"],
  rows.map((row) => ({ ...row, result: isWithin(row) ? "ok" : "FAILED" })),
);
const failed = rows.filter((row) => !isWithin(row)).length;
process.stdout.write(`${rows.length - failed} within ${LIMIT_MS} ms and ${LIMIT_MB} MB, ${failed} not\n`);
process.exit(failed === 0 && rows.length > 0 ? 0 : 1);
