import net from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

const stops: (() => Promise<void>)[] = [];

/** Stops the server that was started last; for a test of a server that is not there. */
export async function stopLastSmtp(): Promise<void> {
  await stops.pop()?.();
}

/** Stops every server of this file that still runs. */
export async function stopSmtp(): Promise<void> {
  for (const stop of stops.splice(0)) await stop();
}

const portOf = (server: { address(): net.AddressInfo | string | null }) => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
};

export type Received = { from: string; to: string[]; raw: string };

/** A real SMTP server on a free port, and what it received. */
export async function smtpServer(options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        received.push({
          from,
          to: rcptTo.map((each) => each.address),
          raw: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  stops.push(() => new Promise((resolve) => server.close(() => resolve())));
  return { port: portOf(server.server), received };
}

/** A server of a few lines that hangs up where a test wants it. */
export async function hangingUp(after: "greeting" | "text"): Promise<number> {
  const open = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    open.add(socket);
    socket.on("error", () => undefined);
    socket.setEncoding("utf8");
    let isText = false;
    if (after === "greeting") return void socket.end("220 hello\r\n");
    socket.write("220 hello\r\n");
    socket.on("data", (data: string) => {
      if (isText) {
        if (data.endsWith("\r\n.\r\n")) socket.destroy();
        return;
      }
      isText = /^DATA/i.test(data);
      socket.write(isText ? "354 go on\r\n" : "250 ok\r\n");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  stops.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  );
  return portOf(server);
}

const headersOf = (raw: string) => (raw.split("\r\n\r\n")[0] ?? "").replace(/\r\n[ \t]+/g, " ").split("\r\n");

/** Every value of a header, unfolded, as it was sent. */
export const header = (raw: string, name: string): string[] =>
  headersOf(raw)
    .filter((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .map((each) => each.slice(name.length + 1).trim());

/** The text of a mail whose body is one part in base64. */
export const bodyOf = (raw: string): string =>
  Buffer.from(raw.slice(raw.indexOf("\r\n\r\n")), "base64")
    .toString("utf8")
    .replaceAll("\r\n", "\n");
