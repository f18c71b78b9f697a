import net from "node:net";

// why: clamd and its signatures (300 MB) are not on the machines that run the tests; this speaks the same protocol
// over a real socket: the command, pieces with their length, a piece of no length, one line back.
export const MARK = "X5O!MADE-UP-TEST-SIGNATURE";
export type FakeClamd = { port: number; seen: Buffer[]; stop(): Promise<void> };

/** @param answerTo what it says of the bytes, without the NUL; null: it hangs up; undefined: it says nothing */
export async function fakeClamd(
  answerTo: (bytes: Buffer) => string | null | undefined = (bytes) =>
    bytes.includes(MARK) ? "stream: Made.Up.Signature FOUND" : "stream: OK",
): Promise<FakeClamd> {
  const seen: Buffer[] = [];
  const open = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    open.add(socket);
    let heard = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (data) => {
      heard = Buffer.concat([heard, data]);
      const bytes = streamIn(heard);
      if (bytes === null) return;
      seen.push(bytes);
      const answer = answerTo(bytes);
      if (answer === null) socket.destroy();
      else if (answer !== undefined) socket.end(`${answer}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    seen,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

const COMMAND = "zINSTREAM\0";

/** The bytes of a whole stream; null while some are missing. */
function streamIn(heard: Buffer): Buffer | null {
  if (heard.length < COMMAND.length) return null;
  if (heard.subarray(0, COMMAND.length).toString() !== COMMAND) throw new Error("another command");
  const pieces: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > heard.length) return null;
    pieces.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
