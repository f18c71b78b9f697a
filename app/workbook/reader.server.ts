import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { type Problem, problem } from "../domain/problem.ts";
import type { ReadOptions, WorkbookReading } from "../domain/reading.ts";
import { guardLimits } from "./guard.server.ts";
import type { ReaderReply, ReaderRequest } from "./reader-messages.ts";
import { refusedReading } from "./refused-reading.ts";

export type WorkbookReaderOptions = {
  /** The bundled reader process. */
  entry: URL | string;
  timeoutMs?: number;
  /** Resident memory of the child at which it is killed (Linux; elsewhere only the heap limit holds). */
  maxRssMb?: number;
  maxOldSpaceMb?: number;
  /** Files after which a child is replaced, and idle time after which it ends. */
  filesPerChild?: number;
  idleMs?: number;
};

export type WorkbookReader = {
  /** Reads one file in the reader process; files wait their turn. Never rejects: failures are Problems. */
  read(bytes: Uint8Array, fileName: string, options?: ReadOptions): Promise<WorkbookReading>;
  close(): Promise<void>;
};

type Limits = Required<Omit<WorkbookReaderOptions, "entry">>;
type Child = { process: ChildProcess; files: number };

const RSS_CHECK_MS = 50;
const PAGE_BYTES = 4096;

/**
 * Keeps one warm reader process. A file that takes too long or too much memory ends its process and is
 * refused; the next file gets a fresh one.
 * Problems beside those of reading: file-too-large, file-reader-timeout, file-reader-memory, file-reader-failed.
 */
export function createWorkbookReader(options: WorkbookReaderOptions): WorkbookReader {
  const limits: Limits = {
    timeoutMs: options.timeoutMs ?? 8_000,
    maxRssMb: options.maxRssMb ?? 300,
    maxOldSpaceMb: options.maxOldSpaceMb ?? 192,
    filesPerChild: options.filesPerChild ?? 50,
    idleMs: options.idleMs ?? 60_000,
  };
  const keeper = childKeeper(entryPath(options.entry), limits);
  let turn: Promise<unknown> = Promise.resolve();
  return {
    read: (bytes, fileName, given = {}) => {
      if (bytes.length > guardLimits.input) {
        return Promise.resolve(refusedReading(problem("file-too-large", { limit: guardLimits.input })));
      }
      const reading = turn.then(() => keeper.read(bytes, fileName, given));
      turn = reading.catch(() => undefined);
      return reading.catch(() => refusedReading(problem("file-reader-failed")));
    },
    close: async () => {
      keeper.close();
      await turn;
    },
  };
}

/** Holds the one child: starts it when needed, replaces it when it is worn or has failed. */
function childKeeper(entry: string, limits: Limits) {
  let child: Child | null = null;
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;
  const drop = () => {
    child?.process.kill("SIGKILL");
    child = null;
  };
  const read = async (bytes: Uint8Array, fileName: string, given: ReadOptions): Promise<WorkbookReading> => {
    if (isClosed) return refusedReading(problem("file-reader-failed"));
    clearTimeout(idle);
    if (child === null || child.files >= limits.filesPerChild || !child.process.connected) {
      drop();
      child = startChild(entry, limits);
    }
    child.files += 1;
    const request = { id: child.files, fileName, bytes, options: given };
    const reading = await readInChild(child.process, request, limits);
    if (reading === null || "code" in reading) {
      drop();
      return refusedReading(reading ?? problem("file-reader-failed"));
    }
    idle = setTimeout(drop, limits.idleMs);
    idle.unref();
    return reading;
  };
  const close = () => {
    isClosed = true;
    clearTimeout(idle);
    drop();
  };
  return { read, close };
}

function entryPath(entry: URL | string): string {
  if (entry instanceof URL) return fileURLToPath(entry);
  return entry.startsWith("file:") ? fileURLToPath(entry) : entry;
}

function startChild(entry: string, limits: Limits): Child {
  const child = fork(entry, [], {
    serialization: "advanced",
    execArgv: [`--max-old-space-size=${limits.maxOldSpaceMb}`],
    // why: a stranger's file is parsed here, so no secret of the server's environment goes along.
    env: { NODE_ENV: "production", PATH: process.env.PATH ?? "" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  child.on("error", () => undefined);
  return { process: child, files: 0 };
}

/** Resident memory in MiB; null where the system does not tell. */
async function residentMb(pid: number): Promise<number | null> {
  try {
    const pages = (await readFile(`/proc/${pid}/statm`, "utf8")).split(" ")[1];
    return (Number(pages) * PAGE_BYTES) / 1024 / 1024;
  } catch {
    return null;
  }
}

/** One file through the child: its reading, the problem that ended it, or null when it died. */
function readInChild(
  child: ChildProcess,
  request: ReaderRequest,
  limits: Limits,
): Promise<WorkbookReading | Problem | null> {
  return new Promise((resolve) => {
    const finish = (result: WorkbookReading | Problem | null) => {
      clearTimeout(deadline);
      clearInterval(watch);
      child.off("message", onMessage);
      child.off("exit", onExit);
      resolve(result);
    };
    const onMessage = (reply: ReaderReply) => {
      if (reply.id === request.id) finish("reading" in reply ? reply.reading : null);
    };
    // why: V8 ends a process that exceeds its heap by SIGABRT; that is memory, not a fault of ours.
    const onExit = (_code: number | null, signal: NodeJS.Signals | null) =>
      finish(signal === "SIGABRT" ? problem("file-reader-memory", { limitMb: limits.maxOldSpaceMb }) : null);
    const deadline = setTimeout(
      () => finish(problem("file-reader-timeout", { seconds: limits.timeoutMs / 1000 })),
      limits.timeoutMs,
    );
    const watch = setInterval(async () => {
      const used = child.pid === undefined ? null : await residentMb(child.pid);
      if (used !== null && used > limits.maxRssMb) {
        finish(problem("file-reader-memory", { limitMb: limits.maxRssMb }));
      }
    }, RSS_CHECK_MS);
    child.on("message", onMessage);
    child.on("exit", onExit);
    child.send(request, (error) => {
      if (error) finish(null);
    });
  });
}
