import { type ChildProcess, fork } from "node:child_process";
import process from "node:process";
import { failed, problem, type Result } from "../../domain/problem.ts";
import { usageOf } from "../process-usage.server.ts";
import type { PageRequest } from "./draw-page.ts";

export type PageDrawer = {
  /** One page as PNG. Never rejects. */
  draw(bytes: Uint8Array, request: PageRequest): Promise<Result<Uint8Array>>;
};

/**
 * why processor time: on a busy machine an honest page waits long and works little. The clock is only for a process
 * that waits and never works.
 */
const LIMITS = { cpuMs: 8_000, timeoutMs: 60_000, maxRssMb: 400, watchMs: 40 };

/**
 * Draws pages one after the other, each in a process of its own that ends with it: a stranger's picture can
 * exhaust that process and nothing else. Problems beside those of drawing: file-reader-timeout,
 * file-reader-memory, file-reader-failed.
 * @param entry path of the bundled picture process
 */
export function createPageDrawer(entry: string): PageDrawer {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    draw: (bytes, request) => {
      const drawing = turn.then(() => drawInChild(entry, bytes, request));
      turn = drawing.catch(() => undefined);
      return drawing.catch(() => failed(problem("file-reader-failed")));
    },
  };
}

function startChild(entry: string): ChildProcess {
  return fork(entry, [], {
    serialization: "advanced",
    execArgv: ["--max-old-space-size=256"],
    // why: a stranger's file is opened here, so no secret of the server's environment goes along.
    env: { NODE_ENV: "production", PATH: process.env.PATH ?? "" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

function drawInChild(entry: string, bytes: Uint8Array, request: PageRequest): Promise<Result<Uint8Array>> {
  return new Promise((resolve) => {
    const child = startChild(entry);
    const finish = (result: Result<Uint8Array>) => {
      clearTimeout(deadline);
      clearInterval(watch);
      child.kill("SIGKILL");
      resolve(result);
    };
    const tooLong = (ms: number) => finish(failed(problem("file-reader-timeout", { seconds: ms / 1000 })));
    const deadline = setTimeout(() => tooLong(LIMITS.timeoutMs), LIMITS.timeoutMs);
    const pid = child.pid ?? 0;
    const watch = setInterval(() => {
      const { residentMb, cpuMs } = usageOf(pid);
      if (residentMb > LIMITS.maxRssMb) {
        finish(failed(problem("file-reader-memory", { limitMb: LIMITS.maxRssMb })));
      } else if (cpuMs > LIMITS.cpuMs) tooLong(LIMITS.cpuMs);
    }, LIMITS.watchMs);
    child.once("message", (reply: Result<Uint8Array>) => finish(reply));
    child.once("error", () => finish(failed(problem("file-reader-failed"))));
    child.once("exit", () => finish(failed(problem("file-reader-failed"))));
    child.send({ bytes, request }, (error) => {
      if (error) finish(failed(problem("file-reader-failed")));
    });
  });
}
