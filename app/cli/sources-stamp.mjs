import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** Everything a build is made from: folders in full, and the files that steer it. */
const FOLDERS = ["app", "db", "templates"];
const FILES = ["package.json", "package-lock.json", "tsconfig.json"];

/** Where a build leaves the hash of the sources it was made from. */
export const BUILD_STAMP = "build/.sources-sha256";

/**
 * SHA-256 over names and contents of all sources below `directory`. Contents, not times: a checkout
 * or a copy changes times, and a rebuild that is missed serves yesterday's program.
 *
 * @param {string} directory the clone's top folder
 * @returns {Promise<string>} 64 hex digits
 */
export async function sourcesHash(directory) {
  const names = [...FILES.filter((name) => existsSync(path.join(directory, name)))];
  for (const folder of FOLDERS) names.push(...(await filesBelow(directory, folder)));
  const contents = await Promise.all(names.map((name) => readFile(path.join(directory, name))));
  const hash = createHash("sha256");
  names.forEach((name, index) => {
    const content = contents[index] ?? Buffer.alloc(0);
    hash.update(`${name}\0${content.length}\0`).update(content);
  });
  return hash.digest("hex");
}

/**
 * True when a finished build of exactly these sources lies in `directory`.
 *
 * @param {string} directory the clone's top folder
 * @param {string} hash from `sourcesHash`
 * @param {string[]} outputs files the build must have left
 */
export async function isBuildFresh(directory, hash, outputs) {
  if (!outputs.every((name) => existsSync(path.join(directory, name)))) return false;
  const stamp = await readFile(path.join(directory, BUILD_STAMP), "utf8").catch(() => "");
  return stamp.trim() === hash;
}

/**
 * @param {string} directory
 * @param {string} folder
 * @returns {Promise<string[]>} paths with `/`, in one order on every system
 */
async function filesBelow(directory, folder) {
  const top = path.join(directory, folder);
  if (!existsSync(top)) return [];
  const entries = await readdir(top, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !isEditorLeftover(entry.name))
    .map((entry) =>
      path.relative(directory, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"),
    )
    .sort();
}

/** @param {string} name */
function isEditorLeftover(name) {
  return name.startsWith(".") || name.endsWith("~");
}
