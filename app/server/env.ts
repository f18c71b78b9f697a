import path from "node:path";
import { z } from "zod";
import { type BackupEnv, backupVariables, parseBackupEnv } from "./backup-env";
import type { Clamd } from "./clamd";
import { clamdVariables, parseClamdEnv } from "./clamd-env";
import { type MailEnv, mailVariables, parseMailEnv } from "./mail-env";
import { metricsVariables } from "./metrics";
import { type OidcSettings, oidcVariables, parseOidcEnv } from "./oidc-env";
import type { Syslog } from "./syslog";
import { parseSyslogEnv, syslogVariables } from "./syslog-env";

export type { Smtp } from "./mail-env";

/** The environment the server understands; it refuses to start on a bad one. */
const envSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  /** Where the embedded databases lie. */
  BUNTAN_DATA_DIR: z.string().min(1).default("data"),
  /** Another database than the embedded file: `libsql://…`, `http://…`, `file:…`. */
  DATABASE_URL: z
    .string()
    .regex(/^(file|libsql|https?|wss?):/)
    .optional(),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  /** "1" when a reverse proxy of the hospital's own stands in front and sets X-Forwarded-Proto. */
  BUNTAN_TRUST_PROXY: z.enum(["0", "1"]).default("0"),
  /** Base64 of 32 bytes that seal seeds; left out, a file of the data folder keeps them. */
  BUNTAN_SECRET_KEY: z
    .string()
    .refine((text) => Buffer.from(text, "base64").length === 32, "must be base64 of 32 bytes")
    .optional(),
  ...mailVariables,
  ...backupVariables,
  ...oidcVariables,
  ...clamdVariables,
  ...syslogVariables,
  ...metricsVariables,
});

export type Env = {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string;
  databaseAuthToken: string | undefined;
  trustsProxy: boolean;
  secretKey: string | undefined;
  oidc: OidcSettings | null;
  /** The virus scanner; null when none is configured. */
  clamd: Clamd | null;
  /** The log that keeps the head of the audit log; null when none is configured. */
  syslog: Syslog | null;
  /** What opens the metrics to another machine; null: this machine only. */
  metricsToken: string | null;
} & MailEnv &
  BackupEnv;

/**
 * Parses the environment.
 * @param root the folder relative paths start from
 * @throws Error with one line per wrong variable
 */
export function parseEnv(source: Record<string, string | undefined>, root: string): Env {
  const parsed = envSchema.safeParse(
    Object.fromEntries(Object.entries(source).filter(([, value]) => value !== "")),
  );
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((each) => `${each.path.join(".")}: ${each.message}`).join("\n"));
  }
  const mail = parseMailEnv(parsed.data);
  const dataDir = path.resolve(root, parsed.data.BUNTAN_DATA_DIR);
  return {
    port: parsed.data.PORT,
    host: parsed.data.HOST,
    dataDir,
    databaseUrl: parsed.data.DATABASE_URL ?? `file:${path.join(dataDir, "buntan.db")}`,
    databaseAuthToken: parsed.data.DATABASE_AUTH_TOKEN,
    secretKey: parsed.data.BUNTAN_SECRET_KEY,
    trustsProxy: parsed.data.BUNTAN_TRUST_PROXY === "1",
    ...mail,
    oidc: parseOidcEnv(parsed.data, mail.baseUrl),
    clamd: parseClamdEnv(parsed.data),
    syslog: parseSyslogEnv(parsed.data),
    metricsToken: parsed.data.BUNTAN_METRICS_TOKEN ?? null,
    ...parseBackupEnv(parsed.data, root, dataDir),
  };
}
