import { spawn } from "node:child_process";
import { constants } from "node:os";

/** Everything must be over 3 s after a signal; what has not ended by itself then is killed. */
const GRACE_MS = 2_600;
const PARENT_CHECK_MS = 400;

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */
/** @typedef {{ code: number, output: string }} Finished */

/** @type {Set<ChildProcess>} */
const running = new Set();
/** @type {NodeJS.Signals | null} */
let stoppedBy = null;

/** The signal that is ending this command, or null. */
export function stopSignal() {
  return stoppedBy;
}

/**
 * The exit code a shell would show for a process ended by `signal`.
 *
 * @param {NodeJS.Signals} signal
 */
export function exitCodeOf(signal) {
  return 128 + (constants.signals[signal] ?? 0);
}

/**
 * Passes SIGTERM, SIGINT and SIGHUP on to whatever runs at that moment, once, and ends this process
 * when nothing runs any more.
 *
 * why `exec` in package.json's scripts: npm starts a script by `sh -c`, and a shell that stays in
 * between dies of SIGTERM, or swallows SIGINT, without passing it on. why the parent is watched all
 * the same: npm passes neither SIGHUP nor, of course, SIGKILL; the only trace is another parent.
 */
export function endOnSignals() {
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT", "SIGHUP"])) {
    process.on(signal, () => stopAll(signal));
  }
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stopAll("SIGTERM"), PARENT_CHECK_MS).unref();
}

/**
 * Starts a program that ends with this process.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 * @returns {ChildProcess}
 */
export function startChild(file, args, options) {
  const child = spawn(file, args, options);
  running.add(child);
  child.once("close", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return child;
}

/**
 * Resolves with the exit code (128 + n when ended by a signal); rejects when it could not be started.
 *
 * @param {ChildProcess} child
 * @returns {Promise<number>}
 */
export function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? (signal ? exitCodeOf(signal) : 1)));
  });
}

/**
 * Runs a program to its end and collects what it printed (both streams, in order of arrival).
 *
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<Finished>}
 */
export async function runCaptured(file, args, options = {}) {
  const child = startChild(file, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  /** @type {Buffer[]} */
  const chunks = [];
  child.stdout?.on("data", (chunk) => chunks.push(chunk));
  child.stderr?.on("data", (chunk) => chunks.push(chunk));
  const code = await exitOf(child);
  return { code, output: Buffer.concat(chunks).toString("utf8") };
}

/** @param {NodeJS.Signals} signal */
function stopAll(signal) {
  if (stoppedBy) return; // a terminal and npm both send Ctrl-C; the child must hear it once
  stoppedBy = signal;
  if (running.size === 0) process.exit(exitCodeOf(signal));
  for (const child of running) child.kill(signal);
  setTimeout(() => {
    for (const child of running) child.kill("SIGKILL");
    process.exit(exitCodeOf(signal));
  }, GRACE_MS).unref();
}
