import type { Logger } from "nodemailer/lib/shared";
import { done, failed, type Problem, problem } from "~/domain/problem";
import type { OutgoingMail, SendMail } from "~/use-cases/ports.server";
import type { Smtp } from "./env";

/** Less than the minutes after which a mail counts as given up by its sender. */
const ANSWER_MS = 60_000;

/**
 * A mail server by SMTP, one connection a mail. Plain text in UTF-8; a header says that a program wrote it, so
 * that no absence notice comes back. Passwords go to a server on another machine through TLS only.
 */
export function createMailer(smtp: Smtp): SendMail {
  return async (mail) => {
    const watch = watchTransfer();
    // why on first use: the library would cost every start, and most machines send nothing in the first minute.
    const { createTransport } = await import("nodemailer");
    const transport = createTransport({ ...connectionOf(smtp), logger: watch.logger, transactionLog: true });
    try {
      await transport.sendMail(messageOf(smtp, mail));
      return done({ messageId: mail.messageId });
    } catch (error) {
      return failed(whyNot(error, watch.hasBegun()));
    } finally {
      transport.close();
    }
  };
}

function connectionOf(smtp: Smtp) {
  const isLoopback = ["localhost", "127.0.0.1", "::1"].includes(smtp.host);
  return {
    host: smtp.host,
    port: smtp.port,
    secure: smtp.isTls,
    requireTLS: smtp.user !== "" && !isLoopback,
    ...(smtp.user === "" ? {} : { auth: { user: smtp.user, pass: smtp.password } }),
    connectionTimeout: ANSWER_MS / 3,
    greetingTimeout: ANSWER_MS / 3,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function messageOf(smtp: Smtp, mail: OutgoingMail) {
  return {
    from: smtp.from,
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.body,
    messageId: mail.messageId,
    textEncoding: "base64" as const,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
  };
}

/** Tells whether the server had asked for the text (354): from then on it may have it, whatever follows. */
function watchTransfer() {
  let hasBegun = false;
  const look = (entry: unknown, text?: unknown) => {
    const isServer = typeof entry === "object" && entry !== null && "tnx" in entry && entry.tnx === "server";
    if (isServer && /^354\b/.test(String(text))) hasBegun = true;
  };
  const silent = () => undefined;
  const logger: Logger = {
    trace: silent,
    debug: look,
    info: silent,
    warn: silent,
    error: silent,
    fatal: silent,
  };
  return { logger, hasBegun: () => hasBegun };
}

/** An answer of the server is certain; without one it depends on whether the text had begun to leave. */
function whyNot(error: unknown, hasBegun: boolean): Problem {
  const answer = typeof error === "object" && error !== null && "responseCode" in error && error.responseCode;
  const code = Number(answer) || 0;
  // What the server said, on one line.
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ").slice(0, 200);
  if (code >= 500) return problem("mail-refused", { reason });
  if (code >= 400 || !hasBegun) return problem("mail-unreachable", { reason });
  return problem("mail-result-unknown", { reason });
}
