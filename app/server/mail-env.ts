import { z } from "zod";

/** A mail server; `user` "" = it asks for no sign-in. */
export type Smtp = {
  host: string;
  port: number;
  /** TLS from the first byte (`smtps:`, port 465); otherwise STARTTLS where the server offers it. */
  isTls: boolean;
  user: string;
  password: string;
  /** `分担 <buntan@example.jp>` or a plain address. */
  from: string;
};

export type MailEnv = {
  /** Where vendors reach this program, without a slash at the end; null when not configured. */
  baseUrl: string | null;
  /** Null: mails wait in the outbox for a person. */
  smtp: Smtp | null;
};

const oneLine = (what: string) => z.string().regex(/^[^\r\n]*$/, `${what} must be one line`);

/** Variables about mails; messages name the variable and never repeat a value, because one is a password. */
export const mailVariables = {
  /** `https://buntan.example.jp`: links to vendors begin with it. */
  BUNTAN_BASE_URL: z
    .string()
    .refine(isBaseUrl, "must be http(s)://host[:port] without path, query or user")
    .optional(),
  /** `smtp://user:password@host:587` or `smtps://…:465`; characters such as @ in a password as %40. */
  BUNTAN_SMTP_URL: z.string().refine(isSmtpUrl, "must be smtp://host or smtps://host").optional(),
  BUNTAN_SMTP_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "must be a host name or address")
    .optional(),
  BUNTAN_SMTP_PORT: z.coerce.number("must be a port number").int().min(1).max(65_535).optional(),
  BUNTAN_SMTP_USER: oneLine("the user").optional(),
  BUNTAN_SMTP_PASSWORD: oneLine("the password").optional(),
  /** Sender of every mail. */
  BUNTAN_SMTP_FROM: oneLine("the sender")
    .refine((text) => /^(?:[^<>]*<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/.test(text), {
      message: "must be an address, or a name with <address>",
    })
    .optional(),
};
type Given = z.infer<z.ZodObject<typeof mailVariables>>;

function isBaseUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return false;
  return url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
}

function isSmtpUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === "") return false;
  try {
    return !/[\r\n]/.test(decodeURIComponent(url.username) + decodeURIComponent(url.password));
  } catch {
    return false;
  }
}

/**
 * @throws Error with one line per variable that is missing beside the ones given; a mail server without a
 *   sender or without an address for links would fail at the first mail, so the program does not start with it
 */
export function parseMailEnv(given: Given): MailEnv {
  const baseUrl = given.BUNTAN_BASE_URL ? new URL(given.BUNTAN_BASE_URL).origin : null;
  const server = given.BUNTAN_SMTP_URL ? fromUrl(given.BUNTAN_SMTP_URL) : fromParts(given);
  const isAnyGiven = Object.entries(given).some(
    ([name, value]) => name.startsWith("BUNTAN_SMTP_") && value !== undefined,
  );
  if (!isAnyGiven) return { baseUrl, smtp: null };
  const missing = [
    ...(server === null ? ["BUNTAN_SMTP_HOST (or BUNTAN_SMTP_URL): needed with the other variables"] : []),
    ...(given.BUNTAN_SMTP_URL && given.BUNTAN_SMTP_HOST
      ? ["BUNTAN_SMTP_URL: give it or BUNTAN_SMTP_HOST, not both"]
      : []),
    ...(given.BUNTAN_SMTP_FROM ? [] : ["BUNTAN_SMTP_FROM: the sender's address is needed"]),
    ...(baseUrl === null ? ["BUNTAN_BASE_URL: the address for links in mails is needed"] : []),
  ];
  if (missing.length > 0 || server === null) throw new Error(missing.join("\n"));
  return { baseUrl, smtp: { ...server, from: given.BUNTAN_SMTP_FROM ?? "" } };
}

function fromUrl(text: string): Omit<Smtp, "from"> {
  const url = new URL(text);
  const isTls = url.protocol === "smtps:";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (isTls ? 465 : 587) : Number(url.port),
    isTls,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

function fromParts(given: Given): Omit<Smtp, "from"> | null {
  if (!given.BUNTAN_SMTP_HOST) return null;
  const port = given.BUNTAN_SMTP_PORT ?? 587;
  return {
    host: given.BUNTAN_SMTP_HOST,
    port,
    isTls: port === 465,
    user: given.BUNTAN_SMTP_USER ?? "",
    password: given.BUNTAN_SMTP_PASSWORD ?? "",
  };
}
