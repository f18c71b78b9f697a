import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureBuilt } from "./build.mjs";
import { endOnSignals, stopSignal } from "./child-process.mjs";
import { CommandFailure, sayFailure } from "./terminal.mjs";
import { checkNode, ensureInstalled, root } from "./toolchain.mjs";

// `npm run buntan -- <verb> …`: prepares what is missing (said on stderr only), then becomes the program.

async function prepare() {
  checkNode();
  await ensureInstalled();
  await ensureBuilt();
  if (!existsSync(program)) {
    throw new CommandFailure(
      "app/cli/buntan.ts がありません。\napp/cli/buntan.ts is missing from this clone.",
    );
  }
}

const program = path.join(root, "build/buntan.js");

/** The program finds the arguments at the usual place and sets its own exit code. */
async function becomeBuntan() {
  process.removeAllListeners("SIGTERM").removeAllListeners("SIGINT").removeAllListeners("SIGHUP");
  process.env.NODE_ENV = "production";
  process.argv[1] = program;
  await import(pathToFileURL(program).href);
}

endOnSignals();
try {
  await prepare();
} catch (error) {
  if (!stopSignal()) sayFailure(error);
  process.exit(1);
}
await becomeBuntan();
