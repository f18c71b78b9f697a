import { type ChildProcess, fork } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { type Problem, problem } from "../domain/problem.ts";
import type { ReadOptions, WorkbookReading } from "../domain/reading.ts";
import { guardLimits } from "./guard.server.ts";
import { unpackedReading } from "./packed-reading.ts";
import { usageOf } from "./process-usage.server.ts";
import type { ReaderReply, ReaderRequest } from "./reader-messages.ts";
import { refusedReading } from "./refused-reading.ts";

export type WorkbookReaderOptions = {
  /** The bundled reader process. */
  entry: URL | string;
  /**
   * Processor time one file may take. Not time on the clock: on a busy machine a large honest workbook waits
   * long and works little, and it must not be refused for that; on an idle one both are the same.
   */
  cpuMs?: number;
  /** Time on the clock after which a file is given up all the same: for a process that waits and never works. */
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
type Child = {
  process: ChildProcess;
  files: number;
  /** False when the process ended before it could read. */
  isReady: Promise<boolean>;
};

const WATCH_MS = 20;

/**
 * Keeps one warm reader process. A file that takes too long or too much memory ends its process and is
 * refused; the next file gets a fresh one.
 * Problems beside those of reading: file-too-large, file-reader-timeout, file-reader-memory, file-reader-failed.
 */
export function createWorkbookReader(options: WorkbookReaderOptions): WorkbookReader {
  const limits: Limits = {
    cpuMs: options.cpuMs ?? 1_500,
    timeoutMs: options.timeoutMs ?? 30_000,
    // why below 300: between two looks a process can still grow, and the heap limit alone leaves room for
    // what lies beside the heap (the file, its unpacked parts, large texts), which the guard bounds.
    maxRssMb: options.maxRssMb ?? 260,
    maxOldSpaceMb: options.maxOldSpaceMb ?? 144,
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
  const rest = () => {
    idle = setTimeout(drop, limits.idleMs);
    idle.unref();
  };
  const read = async (bytes: Uint8Array, fileName: string, given: ReadOptions): Promise<WorkbookReading> => {
    const filesBefore = child?.process.connected ? child.files : 0;
    const reading = await readOnce(bytes, fileName, given);
    // why once more: the process may still hold what the files before it left behind, and no file answers for others.
    const isForOthers =
      filesBefore > 0 && reading.problems.some((each) => each.code === "file-reader-memory");
    return isForOthers ? readOnce(bytes, fileName, given) : reading;
  };
  const readOnce = async (
    bytes: Uint8Array,
    fileName: string,
    given: ReadOptions,
  ): Promise<WorkbookReading> => {
    if (isClosed) return refusedReading(problem("file-reader-failed"));
    clearTimeout(idle);
    if (!child?.process.connected) {
      drop();
      child = startChild(entry, limits);
    }
    child.files += 1;
    const isWorn = child.files >= limits.filesPerChild;
    const request = { id: child.files, fileName, bytes, options: given };
    const reading = (await child.isReady) ? await readInChild(child.process, request, limits) : null;
    const hasFailed = reading === null || "code" in reading;
    if (hasFailed || isWorn) drop();
    // why at once: the next file shall not wait for a process to start because of this one.
    if ((hasFailed || isWorn) && !isClosed && reading !== null) child = startChild(entry, limits);
    if (!isClosed) rest();
    return hasFailed ? refusedReading(reading ?? problem("file-reader-failed")) : reading;
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
    execArgv: [`--max-old-space-size=${limits.maxOldSpaceMb}`, "--max-semi-space-size=8"],
    // why: a stranger's file is parsed here, so no secret of the server's environment goes along.
    env: { NODE_ENV: "production", PATH: process.env.PATH ?? "" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  child.on("error", () => undefined);
  const isReady = new Promise<boolean>((resolve) => {
    // why the wait: what starting costs is not the file's.
    child.once("message", () => resolve(true));
    child.once("exit", () => resolve(false));
    child.once("error", () => resolve(false));
  });
  return { process: child, files: 0, isReady };
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
      if ("id" in reply && reply.id === request.id)
        finish("reading" in reply ? unpackedReading(reply.reading) : null);
    };
    // why: V8 ends a process that exceeds its heap by SIGABRT; that is memory, not a fault of ours.
    const onExit = (_code: number | null, signal: NodeJS.Signals | null) =>
      finish(signal === "SIGABRT" ? problem("file-reader-memory", { limitMb: limits.maxOldSpaceMb }) : null);
    const tooLong = (ms: number) => problem("file-reader-timeout", { seconds: ms / 1000 });
    const deadline = setTimeout(() => finish(tooLong(limits.timeoutMs)), limits.timeoutMs);
    const pid = child.pid ?? 0;
    const before = usageOf(pid).cpuMs;
    const watch = setInterval(() => {
      const { residentMb, cpuMs } = usageOf(pid);
      if (residentMb > limits.maxRssMb) {
        finish(problem("file-reader-memory", { limitMb: limits.maxRssMb }));
      } else if (cpuMs - before > limits.cpuMs) finish(tooLong(limits.cpuMs));
    }, WATCH_MS);
    child.on("message", onMessage);
    child.on("exit", onExit);
    child.send(request, (error) => {
      if (error) finish(null);
    });
  });
}
