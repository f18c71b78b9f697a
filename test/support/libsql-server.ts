import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

/**
 * Starts the stand-in for a libSQL server on a file, in a process of its own as a real one is. It speaks the remote
 * protocol on the real engine and is no sqld.
 */
export async function startLibsqlServer(file: string, token: string) {
  const script = path.join(import.meta.dirname, "libsql-stand-in.mjs");
  const child = spawn(process.execPath, [script, file, token], {
    stdio: ["ignore", "pipe", "inherit", "ipc"], // the channel ends it when a crashed test worker cannot
  });
  if (child.stdout === null) throw new Error("the server has no output");
  const [port] = await once(createInterface({ input: child.stdout }), "line");
  return {
    url: `http://127.0.0.1:${Number(port)}`,
    async stop() {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}
