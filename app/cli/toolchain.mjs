import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { runCaptured, stopSignal } from "./child-process.mjs";
import { isNodeNewEnough, tooOldAdvice } from "./node-version.mjs";
import { CommandFailure, diskAdvice, say, timed } from "./terminal.mjs";

/** The clone's top folder; every command works from here, wherever it was called. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

const INSTALL_STAMP = "node_modules/.buntan-lock-sha256";
const NPM_CI = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];

/** Refuses a Node that is too old, in words. */
export function checkNode(version = process.versions.node) {
  if (!isNodeNewEnough(version)) throw new CommandFailure(tooOldAdvice(version));
}

/**
 * Makes node_modules match package-lock.json: nothing to do when its stamp says so, `npm ci` otherwise.
 *
 * @returns {Promise<boolean>} true when packages were installed now
 */
export async function ensureInstalled() {
  if (await isInstalled()) return false;
  return withToolchainLock(async () => {
    if (await isInstalled()) return false;
    say("必要な部品を入れています（初回のみ、1〜2分）… Installing packages (first time only, 1–2 minutes)…");
    await timed("install", npmCi);
    await writeFile(path.join(root, INSTALL_STAMP), await lockStamp());
    return true;
  });
}

/**
 * What the install stamp must hold for this lock file on this kind of machine.
 * The platform belongs to it: a folder copied to another system has the wrong native parts.
 *
 * @param {string} [directory] a clone's top folder
 */
export async function lockStamp(directory = root) {
  const lock = await readFile(path.join(directory, "package-lock.json"));
  return `${createHash("sha256").update(lock).digest("hex")} ${process.platform}-${process.arch}\n`;
}

/**
 * True when node_modules holds what the lock file asks for. Packages that a developer installed by
 * hand are accepted too: npm leaves a record of what it put there.
 *
 * @param {string} [directory] a clone's top folder
 */
export async function isInstalled(directory = root) {
  const stampFile = path.join(directory, INSTALL_STAMP);
  const [stamp, expected] = await Promise.all([readIfThere(stampFile), lockStamp(directory)]);
  if (stamp !== null) return stamp === expected;
  const placed = await readIfThere(path.join(directory, "node_modules/.package-lock.json"));
  if (placed === null) return false;
  const wanted = await readFile(path.join(directory, "package-lock.json"), "utf8");
  if (!holdsAll(JSON.parse(wanted), JSON.parse(placed))) return false;
  await writeFile(stampFile, expected);
  return true;
}

/**
 * @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, peer?: boolean }> }} LockFile
 */

/**
 * True when every package that must be there is there in the same version. Optional ones (other
 * platforms' binaries) may be missing.
 *
 * @param {LockFile} wanted package-lock.json
 * @param {LockFile} placed node_modules/.package-lock.json
 */
export function holdsAll(wanted, placed) {
  return Object.entries(wanted.packages ?? {}).every(([place, entry]) => {
    if (place === "" || entry.optional) return true;
    return placed.packages?.[place]?.version === entry.version;
  });
}

/**
 * Runs `work` while no other command of this clone installs or builds.
 *
 * @template Result
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withToolchainLock(work) {
  const file = path.join(root, ".cache/toolchain.lock");
  await mkdir(path.dirname(file), { recursive: true });
  let told = false;
  while (!(await takeLock(file))) {
    if (!told)
      say(
        "別のコマンドが準備中です。終わるのを待っています… Waiting for another command to finish preparing…",
      );
    told = true;
    await wait(200);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/**
 * @param {string} file
 * @returns {Promise<boolean>}
 */
async function takeLock(file) {
  try {
    const handle = await open(file, "wx");
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const holder = Number(await readIfThere(file));
  // An empty file belongs to someone between opening and writing; one of a dead process is left over.
  if (holder === 0 || isAlive(holder)) return false;
  await rm(file, { force: true });
  return takeLock(file);
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function npmCi() {
  const [file, ...before] = npmCommand();
  const finished = await runCaptured(file, [...before, ...NPM_CI], { cwd: root }).catch(npmMissing);
  if (finished.code !== 0 && !stopSignal()) {
    throw new CommandFailure(
      installAdvice(finished.output),
      finished.output.split("\n").slice(-40).join("\n"),
    );
  }
}

/**
 * How to call npm with the running Node: the npm that started us, the one beside this Node, or PATH's.
 *
 * @returns {[string, ...string[]]}
 */
export function npmCommand() {
  const beside = path.resolve(path.dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js");
  for (const script of [process.env.npm_execpath ?? "", beside]) {
    if (path.basename(script) === "npm-cli.js" && existsSync(script)) return [process.execPath, script];
  }
  return ["npm"];
}

/** @returns {never} */
function npmMissing() {
  throw new CommandFailure(
    "npm が見つかりません。npm は Node.js に付いています。https://nodejs.org/ から Node.js を入れ直してください。\nnpm was not found. It comes with Node.js: install Node.js again from https://nodejs.org/.",
  );
}

/**
 * What to do after a failed `npm ci`, from what it printed.
 *
 * @param {string} output
 * @returns {string}
 */
export function installAdvice(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output)) {
    return "部品を取りに行けませんでした。インターネットへの接続と、プロキシの設定（npm config get proxy / registry）を確かめて、もう一度実行してください。\nThe packages could not be fetched. Check the connection and npm's proxy and registry settings, then run the command again.";
  }
  return (
    diskAdvice(output) ??
    "部品を入れられませんでした。上の表示を確かめ、npm ci を実行して原因を除いてから、もう一度実行してください。\nInstalling failed. See the output above, run npm ci to find the cause, then run the command again."
  );
}

/**
 * @param {string} file
 * @returns {Promise<string | null>}
 */
async function readIfThere(file) {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return null;
    throw error;
  }
}
