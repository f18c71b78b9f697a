import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { endOnSignals, runCaptured, stopSignal } from "./child-process.mjs";
import { BUILD_STAMP, isBuildFresh, sourcesHash } from "./sources-stamp.mjs";
import { CommandFailure, say, sayFailure, timed } from "./terminal.mjs";
import { checkNode, ensureInstalled, root, withToolchainLock } from "./toolchain.mjs";

/** Programs beside the Remix build; each is one file that imports its packages from node_modules. */
const BUNDLES = [
  { source: "app/server/main.ts", output: "build/server.js" },
  { source: "app/workbook/reader-process.ts", output: "build/reader-process.js" },
  { source: "app/workbook/page-picture/picture-process.ts", output: "build/picture-process.js" },
  { source: "app/pdf/paper-process.ts", output: "build/paper-process.js" },
  { source: "app/cli/buntan.ts", output: "build/buntan.js" },
];
const REMIX_OUTPUT = "build/server/index.js";

/** Builds everything anew and stamps the result; throws CommandFailure with the output of what failed. */
export async function build() {
  // The hash is taken first: what is edited while building is then not in the stamp, and is built next time.
  const hash = await sourcesHash(root);
  await rm(path.join(root, BUILD_STAMP), { force: true });
  await timed("remix build", buildRemix); // first: it empties build/
  await timed("bundles", buildBundles);
  await mkdir(path.dirname(path.join(root, BUILD_STAMP)), { recursive: true });
  await writeFile(path.join(root, BUILD_STAMP), `${hash}\n`);
}

/**
 * Builds when the sources changed since the last build.
 *
 * @returns {Promise<boolean>} true when it was built now
 */
export async function ensureBuilt() {
  if (await isFresh()) return false;
  return withToolchainLock(async () => {
    if (await isFresh()) return false;
    say("プログラムを組み立てています… Building…");
    await timed("build", build);
    return true;
  });
}

async function isFresh() {
  const outputs = [REMIX_OUTPUT, ...presentBundles().map((bundle) => bundle.output)];
  return isBuildFresh(root, await sourcesHash(root), outputs);
}

function presentBundles() {
  return BUNDLES.filter((bundle) => existsSync(path.join(root, bundle.source)));
}

async function buildRemix() {
  const cli = path.join(root, "node_modules/@remix-run/dev/dist/cli.js");
  const finished = await runCaptured(
    process.execPath,
    [cli, "vite:build", "--config", "app/vite.config.ts"],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production" },
    },
  );
  if (finished.code !== 0 && !stopSignal()) throw buildFailure(finished.output);
}

async function buildBundles() {
  const esbuild = await import("esbuild");
  try {
    await esbuild.build(bundleOptions(presentBundles()));
  } catch (error) {
    throw buildFailure(error instanceof Error ? error.message : String(error));
  } finally {
    await esbuild.stop();
  }
}

/**
 * @param {{ source: string, output: string }[]} bundles
 * @returns {import("esbuild").BuildOptions}
 */
export function bundleOptions(bundles) {
  return {
    absWorkingDir: root,
    entryPoints: bundles.map(({ source, output }) => ({ in: source, out: output.replace(/\.js$/, "") })),
    outdir: root,
    bundle: true,
    platform: "node",
    format: "esm",
    // why: what is imported on first use (printing) then stays out of the start.
    splitting: true,
    chunkNames: "build/chunks/[name]-[hash]",
    target: "node20",
    packages: "external",
    alias: {
      "~": path.join(root, "app"),
      "#db": path.join(root, "db"),
      "#templates": path.join(root, "templates"),
    },
    sourcemap: true,
    logLevel: "silent",
  };
}

/** @param {string} output */
function buildFailure(output) {
  return new CommandFailure(
    "組み立てに失敗しました。ソースを変えた場合は、上に示した箇所を直してください。\nThe build failed. If you changed the sources, correct the place shown above.",
    output.split("\n").slice(-60).join("\n"),
  );
}

async function main() {
  endOnSignals();
  checkNode();
  await ensureInstalled();
  await withToolchainLock(() => timed("build", build));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  main().catch((error) => {
    if (stopSignal()) return;
    sayFailure(error);
    process.exit(1);
  });
}
