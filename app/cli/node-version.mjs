// No dependency and no recent syntax here: this file must be readable by the very Node it refuses.

/** The oldest Node on which every package of the lock file installs and runs. */
export const OLDEST_NODE = "20.19.0";

/**
 * True when `version` (`20.19.0`, a leading `v` allowed) is not older than `oldest`.
 * Anything that is not a version counts as too old.
 *
 * @param {string} version
 * @param {string} [oldest]
 * @returns {boolean}
 */
export function isNodeNewEnough(version, oldest = OLDEST_NODE) {
  const have = partsOf(version);
  const need = partsOf(oldest);
  if (!have || !need) return false;
  for (let index = 0; index < 3; index += 1) {
    const difference = (have[index] ?? 0) - (need[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/**
 * What a person on a too old Node reads: Japanese first, then English.
 *
 * @param {string} version the running version, without `v`
 * @returns {string}
 */
export function tooOldAdvice(version) {
  return [
    `Node.js 20.19 以上が必要です（いまの Node.js は ${version}）。https://nodejs.org/ から LTS 版を入れて、もう一度 npm start を実行してください。`,
    `Buntan needs Node.js 20.19 or newer (this is ${version}). Install the current LTS from https://nodejs.org/ and run npm start again.`,
  ].join("\n");
}

/**
 * @param {string} version
 * @returns {number[] | null}
 */
function partsOf(version) {
  const match = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : null;
}
