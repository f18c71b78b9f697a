import { afterEach, expect, it } from "vitest";
import { createMailer } from "~/server/mail";
import type { OutgoingMail } from "~/use-cases/ports.server";
import { bodyOf, hangingUp, header, smtpServer, stopLastSmtp, stopSmtp } from "../support/smtp";

afterEach(stopSmtp);

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
  expect(bodyOf(raw)).toBe(mail.body);
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
  await stopLastSmtp();
  expect(await mailer(port)(mail)).toMatchObject({ ok: false, problems: [{ code: "mail-unreachable" }] });
});

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
