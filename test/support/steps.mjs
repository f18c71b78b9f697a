import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";

/**
 * One step of `npm test`. `count` says how many checks it stands for; a step that is not made of
 * single tests is one.
 *
 * @typedef {{ passed: number, failed: number, output: string }} Outcome
 * @typedef {{ name: string, run: () => Promise<Outcome> }} Step
 * @typedef {Outcome & { name: string, seconds: number }} Result
 */

/**
 * @param {{ code: number, output: string }} finished
 * @returns {Outcome}
 */
export function outcomeOf({ code, output }) {
  return code === 0 ? { passed: 1, failed: 0, output: "" } : { passed: 0, failed: 1, output };
}

/**
 * Runs a step and says how it went. A step that throws has failed.
 *
 * @param {Step} step
 * @returns {Promise<Result>}
 */
export async function runStep(step) {
  const start = performance.now();
  /** @type {Outcome} */
  const outcome = await step.run().catch((error) => ({ passed: 0, failed: 1, output: failureText(error) }));
  const result = { ...outcome, name: step.name, seconds: (performance.now() - start) / 1000 };
  process.stdout.write(`${resultLine(result)}\n`);
  if (result.failed > 0 && result.output) process.stdout.write(`${result.output.trimEnd()}\n\n`);
  return result;
}

/** @param {Result} result */
export function resultLine({ name, seconds, passed, failed }) {
  const verdict = failed > 0 ? "FAILED" : "ok";
  return `[${verdict}] ${name}: ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s`;
}

/**
 * @typedef {{ status: string, fullName?: string }} JsonTest
 * @typedef {{ status: string, name: string, assertionResults: JsonTest[] }} JsonFile
 */

/**
 * Counts vitest's JSON report. A file that could not be loaded counts as one failure, a skipped test
 * as a failure too (nothing is left out in silence), and so does an exit code that no test explains.
 *
 * @param {{ testResults: JsonFile[] }} report
 * @param {number} exitCode
 * @returns {Outcome}
 */
export function countReport(report, exitCode) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === "passed").length;
  const skipped = tests.filter((test) => test.status !== "passed" && test.status !== "failed");
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const failed = tests.length - passed + unloaded.length;
  const isUnexplained = failed === 0 && (exitCode !== 0 || passed === 0);
  const output = [
    ...skipped.map((test) => `not run: ${test.fullName ?? "?"} (${test.status})`),
    ...unloaded.map((file) => `could not be run: ${file.name}`),
    ...(isUnexplained ? [`vitest ended with ${exitCode} after ${passed} tests`] : []),
  ].join("\n");
  return { passed, failed: isUnexplained ? 1 : failed, output };
}

/**
 * @param {string} file vitest's JSON report
 * @param {number} exitCode
 * @returns {Promise<Outcome>}
 */
export async function readReport(file, exitCode) {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null)
    return { passed: 0, failed: 1, output: `vitest ended with ${exitCode} and left no report` };
  return countReport(JSON.parse(text), exitCode);
}

/**
 * The verdict of the whole run. No test at all is not a success.
 *
 * @param {{ passed: number, failed: number }[]} results
 * @returns {{ line: string, exitCode: number }}
 */
export function summaryOf(results) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  return { line: `${passed} passed, ${failed} failed`, exitCode: failed > 0 || passed === 0 ? 1 : 0 };
}

/** @param {unknown} error */
function failureText(error) {
  if (!(error instanceof Error)) return String(error);
  const details = "details" in error && typeof error.details === "string" ? `${error.details}\n` : "";
  return `${details}${error.name === "CommandFailure" ? error.message : error.stack}`;
}
