import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuilt } from "../../app/cli/build.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const START_MS = 30_000;
const STOP_MS = 5_000;

export type RunningServer = {
  /** `http://127.0.0.1:41234`, without a slash at the end. */
  url: string;
  /** The data folder; removed by `stop` unless the test brought its own. */
  dataDir: string;
  /** Everything the server printed so far, both streams. */
  output(): string;
  /** SIGTERM, waits for the end, removes the data; returns the exit code (null when killed). */
  stop(): Promise<number | null>;
  /** SIGKILL, as when the power goes; the data stays for a second start. */
  kill(): Promise<void>;
};

export type ServerOptions = {
  /** Added to the environment, over what this function sets. */
  env?: Record<string, string>;
  /** An existing data folder to start on (kept by `stop`). */
  dataDir?: string;
  /** What runs in place of node itself: node with a limit. */
  program?: string;
};

/**
 * Starts the built server, as `npm start` would, on a free port and on data of its own, and waits for
 * the line that names its address. Builds first when the sources changed.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  await ensureBuilt();
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), "buntan-server-")));
  const child = spawn(options.program ?? process.execPath, ["build/server.js"], {
    cwd: root,
    env: serverEnv(dataDir, options.env),
    stdio: ["ignore", "pipe", "pipe", "ipc"], // the channel ends it when a crashed test worker cannot
  });
  const chunks: string[] = [];
  const output = () => chunks.join("");
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => chunks.push(chunk));
  }
  const url = await addressOf(child, output);
  const removeData = () =>
    options.dataDir ? Promise.resolve() : rm(dataDir, { recursive: true, force: true });
  return {
    url,
    dataDir,
    output,
    async stop() {
      const code = await end(child, "SIGTERM");
      await removeData();
      return code;
    },
    async kill() {
      await end(child, "SIGKILL");
    },
  };
}

function serverEnv(dataDir: string, extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, DATABASE_AUTH_TOKEN: _token, ...inherited } = process.env;
  return {
    ...inherited,
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: "0",
    BUNTAN_DATA_DIR: dataDir,
    ...extra,
  };
}

/** Resolves with the printed address; rejects with all output when the server ends or says nothing. */
function addressOf(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      reject(new Error(`${why}\n${output()}`));
    };
    const timer = setTimeout(() => fail(`the server named no address within ${START_MS / 1000} s`), START_MS);
    child.once("exit", (code) => fail(`the server ended with ${code} before it listened`));
    child.once("error", (error) => fail(error.message));
    child.stdout?.on("data", () => {
      const found = /http:\/\/[\w.[\]:]+:\d+(?=\/)/.exec(output());
      if (!found) return;
      clearTimeout(timer);
      child.removeAllListeners("exit");
      resolve(found[0]);
    });
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const over = once(child, "exit");
  child.kill(signal);
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await over;
  clearTimeout(timer);
  return child.exitCode;
}
