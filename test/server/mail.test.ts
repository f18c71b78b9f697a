import net from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, expect, it } from "vitest";
import { createMailer } from "~/server/mail";
import type { OutgoingMail } from "~/use-cases/ports.server";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const portOf = (server: { address(): net.AddressInfo | string | null }) => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
};

type Received = { from: string; to: string[]; raw: string };

/** A real SMTP server on a free port, and what it received. */
async function smtpServer(options: SMTPServerOptions = {}) {
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

const mail: OutgoingMail = {
  to: "hanako@vendor.example",
  subject: "【試験病院】試験カルテ 1.0 ご提出のお願い（2026年12月11日（金）まで）",
  body: "試験ベンダ株式会社\n花子 様\n\nhttps://buntan.example.jp/r/abc\n.\n終わり\n",
  messageId: "<019abc@buntan.example.jp>",
};
const mailer = (port: number, change: { user?: string; password?: string } = {}) =>
  createMailer({
    host: "127.0.0.1",
    port,
    isTls: false,
    user: "",
    password: "",
    from: "分担 <buntan@example.jp>",
    ...change,
  });

const headersOf = (raw: string) => (raw.split("\r\n\r\n")[0] ?? "").replace(/\r\n[ \t]+/g, " ").split("\r\n");
const header = (raw: string, name: string) =>
  headersOf(raw)
    .filter((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .map((each) => each.slice(name.length + 1).trim());
const decoded = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_whole, how: string, part: string) =>
      how.toUpperCase() === "B"
        ? Buffer.from(part, "base64").toString("latin1")
        : part
            .replace(/_/g, " ")
            .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
const utf8 = (text: string) => Buffer.from(text, "latin1").toString("utf8");

it("hands a plain-text mail over with a readable subject, its own Message-ID and the mark of a program", async () => {
  const { port, received } = await smtpServer();
  expect(await mailer(port)(mail)).toEqual({ ok: true, value: { messageId: mail.messageId } });
  const [one] = received;
  expect(received.length).toBe(1);
  expect(one).toMatchObject({ from: "buntan@example.jp", to: ["hanako@vendor.example"] });
  const raw = one?.raw ?? "";
  expect(utf8(decoded(header(raw, "Subject")[0] ?? ""))).toBe(mail.subject);
  expect(header(raw, "Message-ID")).toEqual([mail.messageId]);
  expect(header(raw, "Auto-Submitted")).toEqual(["auto-generated"]);
  expect(header(raw, "Content-Type")[0]).toMatch(/^text\/plain; charset=utf-8/i);
  expect(header(raw, "Content-Transfer-Encoding")).toEqual(["base64"]);
  const body = raw.slice(raw.indexOf("\r\n\r\n"));
  expect(Buffer.from(body, "base64").toString("utf8").replaceAll("\r\n", "\n")).toBe(mail.body);
});

it("adds no header and no recipient, whatever stands in subject and address", async () => {
  const { port, received } = await smtpServer();
  await mailer(port)({ ...mail, subject: "a\r\nBcc: evil@example.jp\r\n\r\nX" });
  await mailer(port)({ ...mail, to: "hanako@vendor.example\r\nRCPT TO:<evil@example.jp>" });
  await mailer(port)({ ...mail, to: "hanako@vendor.example, evil@example.jp" });
  for (const one of received) {
    expect(one.to).not.toContain("evil@example.jp");
    expect(header(one.raw, "Bcc")).toEqual([]);
  }
});

it("tells a refusal for good from one for now", async () => {
  const refusing = (responseCode: number) =>
    smtpServer({
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error("no such user here"), { responseCode })),
    });
  const [forGood, forNow] = [await refusing(550), await refusing(451)];
  expect(await mailer(forGood.port)(mail)).toMatchObject({
    ok: false,
    problems: [{ code: "mail-refused", params: { reason: expect.stringContaining("no such user here") } }],
  });
  expect(await mailer(forNow.port)(mail)).toMatchObject({ problems: [{ code: "mail-unreachable" }] });
});

it("a server that is not there was not reached", async () => {
  const { port } = await smtpServer();
  await stops.pop()?.();
  expect(await mailer(port)(mail)).toMatchObject({ ok: false, problems: [{ code: "mail-unreachable" }] });
});

/** A server of a few lines that hangs up where a test wants it. */
async function hangingUp(after: "greeting" | "text"): Promise<number> {
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

it("a line that breaks before the text is a try; after the text nobody knows", async () => {
  expect(await mailer(await hangingUp("greeting"))(mail)).toMatchObject({
    problems: [{ code: "mail-unreachable" }],
  });
  expect(await mailer(await hangingUp("text"))(mail)).toMatchObject({
    problems: [{ code: "mail-result-unknown" }],
  });
});

it("signs in where a user is set, and never repeats the password", async () => {
  const seen: string[] = [];
  const { port, received } = await smtpServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth(auth, _session, done) {
      seen.push(`${auth.username}:${auth.password}`);
      if (auth.password === "himitsu") done(null, { user: "kakari" });
      else done(new Error("wrong"));
    },
  });
  expect((await mailer(port, { user: "kakari", password: "himitsu" })(mail)).ok).toBe(true);
  const wrong = await mailer(port, { user: "kakari", password: "chigau" })(mail);
  expect(wrong).toMatchObject({ ok: false });
  expect(JSON.stringify(wrong)).not.toContain("chigau");
  expect(seen).toEqual(["kakari:himitsu", "kakari:chigau"]);
  expect(received.length).toBe(1);
});
