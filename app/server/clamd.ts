import net from "node:net";
import type { FileScan, ScanFile } from "~/use-cases/scan-file.server";

/** Where clamd listens: a host with its port, or a socket of this machine. */
export type Clamd = { host: string; port: number } | { socketPath: string };

const CHUNK = 64 * 1024;
/** An answer is short; more than this is no clamd. */
const MAX_ANSWER = 4096;

/**
 * Asks clamd about files with its INSTREAM command: pieces with their length before them, then a piece of no length.
 * The bytes leave this machine only when clamd was configured on another one. A failure never stops the work: the file
 * is then not scanned, and the reason is told.
 * @param patienceMs how long nothing may happen on the line
 */
export function createScanner(clamd: Clamd, patienceMs = 30_000): ScanFile {
  return (bytes) =>
    ask(clamd, bytes, patienceMs).then(scanOf, (error: unknown): FileScan => {
      const code = error instanceof Error && "code" in error ? error.code : "";
      return { result: "not-scanned", detail: code === "ETIMEDOUT" ? "no-answer" : "unreachable" };
    });
}

/** `stream: OK`, `stream: NAME FOUND`, or what it says in place of a result. */
function scanOf(answer: string): FileScan {
  if (/^stream: OK$/.test(answer)) return { result: "clean", detail: "" };
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) return { result: "infected", detail: found.slice(0, 200) };
  return { result: "not-scanned", detail: /size limit/i.test(answer) ? "too-large" : "scanner-failed" };
}

function ask(clamd: Clamd, bytes: Uint8Array, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket =
      "socketPath" in clamd ? net.connect(clamd.socketPath) : net.connect(clamd.port, clamd.host);
    const heard: Buffer[] = [];
    const answer = () => Buffer.concat(heard).toString("utf8").replace(/\0.*$/s, "").trim();
    socket.setTimeout(patienceMs, () => {
      socket.destroy(Object.assign(new Error("clamd says nothing"), { code: "ETIMEDOUT" }));
    });
    socket.on("data", (data) => {
      heard.push(data);
      const length = heard.reduce((sum, each) => sum + each.length, 0);
      if (data.includes(0) || length > MAX_ANSWER) {
        resolve(answer());
        socket.destroy();
      }
    });
    // why its words first: a clamd that has heard enough answers and hangs up while we still write.
    socket.on("error", (error) => (heard.length > 0 ? resolve(answer()) : reject(error)));
    socket.on("end", () => (heard.length > 0 ? resolve(answer()) : reject(new Error("clamd hung up"))));
    socket.on("close", () => reject(new Error("clamd hung up")));
    socket.on("connect", () => send(socket, bytes));
  });
}

function send(socket: net.Socket, bytes: Uint8Array): void {
  socket.write("zINSTREAM\0");
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const piece = bytes.subarray(at, at + CHUNK);
    socket.write(lengthOf(piece.length));
    socket.write(piece);
  }
  socket.write(lengthOf(0));
}

function lengthOf(count: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(count);
  return four;
}
