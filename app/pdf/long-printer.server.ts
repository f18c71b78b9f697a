import { fork } from "node:child_process";
import process from "node:process";
import type { PaperDocument } from "../domain/annex-document.ts";
import { failed, problem, type Result } from "../domain/problem.ts";

export type PaperRequest = { document: PaperDocument; createdAt: number; fontDir: string };
export type PaperReply =
  | { drawn: number; total: number }
  | { result: Result<{ bytes: Uint8Array; pageCount: number }> };

/** A binder of a large hospital takes half a minute on a slow machine; ten minutes are a hang. */
const LONGEST_MS = 10 * 60_000;
/** The goal is 400 MB with everything; the heap is the part that grows with the paper. */
const HEAP_MB = 300;

type Options = { createdAt: Date; onPage: (drawn: number, total: number) => void };

/**
 * Prints papers of hundreds of pages, each in a process of its own, so that nobody's page waits meanwhile. Never
 * rejects; Problems: paper-printer-failed.
 * @param entry path of the bundled printing process
 * @param fontDir the folder that holds `@expo-google-fonts/`
 */
export function createLongPrinter(entry: string, fontDir: string) {
  return (document: PaperDocument, options: Options) =>
    new Promise<Result<{ bytes: Uint8Array; pageCount: number }>>((resolve) => {
      const child = fork(entry, [], {
        serialization: "advanced",
        execArgv: [`--max-old-space-size=${HEAP_MB}`],
        env: { NODE_ENV: "production", PATH: process.env.PATH ?? "" },
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      const finish = (result: Result<{ bytes: Uint8Array; pageCount: number }>) => {
        clearTimeout(deadline);
        child.kill("SIGKILL");
        resolve(result);
      };
      const fail = () => finish(failed(problem("paper-printer-failed")));
      const deadline = setTimeout(fail, LONGEST_MS);
      child.on("message", (reply: PaperReply) => {
        if ("result" in reply) finish(reply.result);
        else options.onPage(reply.drawn, reply.total);
      });
      child.once("error", fail);
      child.once("exit", fail);
      const request: PaperRequest = { document, createdAt: options.createdAt.getTime(), fontDir };
      child.send(request, (error) => {
        if (error) fail();
      });
    });
}
