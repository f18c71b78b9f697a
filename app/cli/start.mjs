import { existsSync } from "node:fs";
import path from "node:path";
import { ensureBuilt } from "./build.mjs";
import { endOnSignals, exitCodeOf, exitOf, startChild, stopSignal } from "./child-process.mjs";
import { CommandFailure, sayFailure, timed } from "./terminal.mjs";
import { checkNode, ensureInstalled, root } from "./toolchain.mjs";

// `npm start`: installs, builds and serves; each only as far as needed.

/** @returns {Promise<number>} the server's exit code */
async function start() {
  endOnSignals();
  checkNode();
  await timed("packages", ensureInstalled);
  await timed("sources", ensureBuilt);
  const stopped = stopSignal();
  if (stopped) return exitCodeOf(stopped);
  if (!existsSync(path.join(root, "build/server.js"))) {
    throw new CommandFailure(
      "app/server/main.ts がありません。\napp/server/main.ts is missing from this clone.",
    );
  }
  return exitOf(startServer());
}

/**
 * why its own process group: a terminal sends Ctrl-C to the whole group, npm and we pass it on again,
 * and the server would hear it up to three times. why the channel: a server whose parent was killed
 * hears "disconnect" and ends instead of keeping the port and the database.
 */
function startServer() {
  return startChild(process.execPath, ["build/server.js"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    detached: process.platform !== "win32",
  });
}

start().then(
  (code) => process.exit(code),
  (error) => {
    const stopped = stopSignal();
    if (!stopped) sayFailure(error);
    process.exit(stopped ? exitCodeOf(stopped) : 1);
  },
);
