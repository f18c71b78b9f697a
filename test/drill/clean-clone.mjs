import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { endOnSignals, exitOf, runCaptured, startChild } from "../../app/cli/child-process.mjs";
import { CommandFailure, sayFailure } from "../../app/cli/terminal.mjs";
import { root } from "../../app/cli/toolchain.mjs";
import { printTable } from "../support/table.mjs";

// A stranger's first minutes: an empty folder, an empty npm cache, the committed sources, `npm start`,
// the first page, SIGTERM to npm; then a second start. Prints seconds; fails where a promise is broken.

const FIRST_START_S = 600;
const STOP_S = 3;

/**
 * Starts the clone by `npm start` and ends it by SIGTERM to npm.
 *
 * @param {string} clone
 * @param {string} cache npm's cache folder
 * @returns {Promise<{ output: string, up: number, stop: number, code: number }>} seconds and npm's exit code
 */
async function startAndStop(clone, cache) {
  const port = await freePort();
  const env = {
    ...withoutNpm(process.env),
    PORT: String(port),
    npm_config_cache: cache,
    BUNTAN_VERBOSE: "1",
  };
  const start = performance.now();
  const child = startChild("npm", ["start"], { cwd: clone, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text) => (output += text));
  const over = exitOf(child);
  let ended = false;
  over.finally(() => (ended = true)).catch(() => {});
  while (!(await answers(port))) {
    if (ended || secondsSince(start) > FIRST_START_S)
      throw new CommandFailure("the clone did not start", output);
    await wait(50);
  }
  const up = secondsSince(start);
  const asked = performance.now();
  child.kill("SIGTERM");
  const code = await over;
  while (await answers(port)) await wait(20);
  return { output, up, stop: secondsSince(asked), code };
}

/** @param {number} port */
async function answers(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/`);
    await response.text();
    if (response.status >= 500) throw new CommandFailure(`GET / answered ${response.status}`);
    return true;
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    return false;
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === "object" ? address.port : 0));
    });
  });
}

/**
 * why: `npm run drill` leaves its own npm_* variables, which a stranger's shell does not have
 *
 * @param {NodeJS.ProcessEnv} env
 */
function withoutNpm(env) {
  const rest = { ...env };
  for (const name of Object.keys(rest)) if (name.startsWith("npm_") || name === "INIT_CWD") delete rest[name];
  return rest;
}

/** @param {number} start */
function secondsSince(start) {
  return (performance.now() - start) / 1000;
}

/**
 * The seconds a verbose start printed for one of its parts; "0" when the part was not needed.
 *
 * @param {string} output
 * @param {string} part
 */
function partSeconds(output, part) {
  return new RegExp(`^Buntan: ${part} ([\\d.]+) s`, "m").exec(output)?.[1] ?? "0";
}

/** @param {string} folder */
async function drill(folder) {
  const clone = path.join(folder, "clone");
  const cloned = await runCaptured("git", ["clone", "--quiet", root, clone]);
  if (cloned.code !== 0) throw new CommandFailure("git clone failed", cloned.output);
  const first = await startAndStop(clone, path.join(folder, "npm-cache"));
  const second = await startAndStop(clone, path.join(folder, "npm-cache"));
  const status = await runCaptured("git", ["status", "--short"], { cwd: clone });
  printTable(
    ["start", "install", "build", "first page", "stop", "exit code"],
    Object.entries({ first, second }).map(([name, run]) => ({
      start: name,
      install: partSeconds(run.output, "install"),
      build: partSeconds(run.output, "build"),
      "first page": run.up.toFixed(1),
      stop: run.stop.toFixed(2),
      "exit code": run.code,
    })),
  );
  const broken = [
    ...(partSeconds(second.output, "(?:install|build)") === "0"
      ? []
      : ["the second start installed or built again"]),
    ...[first, second]
      .filter((run) => run.stop > STOP_S)
      .map((run) => `SIGTERM took ${run.stop.toFixed(1)} s`),
    ...[first, second].filter((run) => run.code !== 0).map((run) => `npm ended with ${run.code}`),
    ...(status.output.trim() === "" ? [] : [`the start left files in the clone:\n${status.output}`]),
  ];
  if (broken.length > 0) throw new CommandFailure(broken.join("\n"), second.output);
}

endOnSignals();
const folder = await mkdtemp(path.join(tmpdir(), "buntan-clean-clone-"));
try {
  await drill(folder);
} catch (error) {
  sayFailure(error);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
