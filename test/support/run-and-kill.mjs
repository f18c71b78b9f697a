import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * Runs a program that says when it begins and never ends by itself, and kills it (kill -9) that long after it
 * said a word; any word when none is named.
 *
 * @param {string} program
 * @param {string[]} given
 * @param {number} afterMs
 * @param {string} [word]
 */
export async function runAndKill(program, given, afterMs, word = "") {
  const child = spawn(process.execPath, [program, ...given], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code)));
  let said = "";
  const isReady = new Promise((resolve) => {
    child.stdout.on("data", (part) => {
      said += part;
      if (said.includes(word)) resolve(null);
    });
  });
  const early = await Promise.race([isReady, ended]);
  if (typeof early === "number") throw new Error(`the process ended by itself (${early})`);
  await wait(afterMs);
  child.kill("SIGKILL");
  const how = await ended;
  if (how !== "SIGKILL") throw new Error(`the process ended by itself (${how})`);
}
