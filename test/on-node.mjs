import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { endOnSignals, exitOf, runCaptured, startChild } from "../app/cli/child-process.mjs";
import { CommandFailure, say, sayFailure } from "../app/cli/terminal.mjs";
import { npmCommand, root } from "../app/cli/toolchain.mjs";

// `npm run test:node -- 24 [step …]`: the suite on another Node, taken from the registry into .cache/.

/**
 * @param {string} version a release line or a full version (`24`, `22.20.0`)
 * @returns {Promise<string>} the path of that Node
 */
async function fetchNode(version) {
  if (!/^\d+(\.\d+){0,2}$/.test(version)) throw new CommandFailure("usage: npm run test:node -- 24 [step …]");
  const system = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${system}-${process.arch}`;
  const folder = path.join(root, `.cache/node-${version}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "package.json"), '{ "private": true }\n');
  const [file, ...before] = npmCommand();
  const args = [...before, "install", "--no-audit", "--no-fund", "--loglevel=error", `${name}@${version}`];
  const finished = await runCaptured(file, args, { cwd: folder });
  if (finished.code !== 0)
    throw new CommandFailure(`${name}@${version} could not be installed.`, finished.output);
  return path.join(folder, "node_modules", name, "bin", system === "win" ? "node.exe" : "node");
}

async function main() {
  endOnSignals();
  const [version = "", ...chosen] = process.argv.slice(2);
  const node = await fetchNode(version);
  say(node);
  const searched = [path.dirname(node), process.env.PATH].join(path.delimiter);
  const child = startChild(node, [path.join(root, "test/run.mjs"), ...chosen], {
    cwd: root,
    env: { ...process.env, PATH: searched },
    stdio: ["ignore", "inherit", "inherit"],
  });
  process.exitCode = await exitOf(child);
}

main().catch((error) => {
  sayFailure(error);
  process.exitCode = 1;
});
