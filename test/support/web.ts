import type { Server } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Scope } from "~/domain/scope";
import { hashToken, SESSION_SECONDS, sessionCookie } from "~/scope.server";
import { buildApp } from "~/server/app";
import { openSession } from "~/use-cases/people.server";
import type { Ports } from "~/use-cases/ports.server";
import type { Provider } from "~/use-cases/provider";
import { ensureBuilt } from "../../app/cli/build.mjs";
import { expectDone, type TestPorts } from "./ports";

const root = path.resolve(import.meta.dirname, "../..");

/** Posts whatever it is given, as no form of ours would. */
export type Raw = (
  path: string,
  sent: { body?: BodyInit; headers?: Record<string, string> },
) => Promise<Response>;
/** A browser without a screen: keeps its cookie, follows nothing by itself. */
export type Visitor = {
  raw: Raw;
  get(path: string): Promise<Response>;
  /** Posts a form as our own pages would; lists become repeated fields. */
  post(path: string, fields: Record<string, string | string[]>): Promise<Response>;
  /** Posts files as a form with a file field would. */
  upload(path: string, field: string, files: readonly File[]): Promise<Response>;
  /** Posts a whole multipart form. */
  send(path: string, body: FormData): Promise<Response>;
};
export type Web = {
  url: string;
  /** Somebody signed in with this scope; `headers` go with every request, as a proxy would add them. */
  as(scope: Scope, headers?: Record<string, string>): Promise<Visitor>;
  /** The cookie of somebody signed in with this scope, for a real browser; how one signs in has tests of its own. */
  cookieFor(scope: Scope): Promise<{ name: string; value: string; url: string }>;
  anonymous(): Visitor;
  stop(): Promise<void>;
};

/**
 * The built program on real HTTP over the given database, inside the test's process, so that a test can
 * prepare records by use cases and move the clock. Builds first when the sources changed.
 */
export async function startWeb(
  ports: TestPorts,
  options: {
    isLoopback?: boolean;
    setupCode?: string;
    provider?: Provider;
    trustsProxy?: boolean;
    openDemo?: () => Promise<Ports>;
    metricsToken?: string;
  } = {},
): Promise<Web> {
  await ensureBuilt();
  const remixBuild = await import(pathToFileURL(path.join(root, "build/server/index.js")).href);
  const app = buildApp({
    root,
    env: {
      port: 0,
      host: options.isLoopback === false ? "0.0.0.0" : "127.0.0.1",
      dataDir: root,
      databaseUrl: ports.url,
      databaseAuthToken: undefined,
      trustsProxy: options.trustsProxy ?? false,
      secretKey: undefined,
      oidc: null,
      clamd: null,
      syslog: null,
      metricsToken: options.metricsToken ?? null,
      baseUrl: ports.baseUrl,
      smtp: null,
      backups: {
        folder: path.join(root, "backups"),
        copyFolder: null,
        keyFile: "",
        isEncrypted: true,
        isDaily: false,
        keeping: { days: 14, months: 12 },
      },
    },
    own: ports,
    // why: the demo has tests of its own; here there is none, as on a fresh machine.
    demo: {
      current: () => null,
      open: options.openDemo ?? (() => Promise.reject(new Error("no demo in this test"))),
      discard: () => Promise.resolve(),
      reopen: () => Promise.resolve(),
      close: async () => undefined,
    },
    setupCode: options.setupCode ?? "12345678",
    provider: options.provider ?? null,
    // why: what is written about refusals is looked at in the server's own output
    writeRefusal: () => undefined,
    remixBuild,
    nodeNotice: "supported",
  });
  const server = await new Promise<Server>((resolve) => {
    const started = app.listen(0, "127.0.0.1", () => resolve(started));
  });
  // why: a test that computes for long blocks this server too, whose visitor would then use a connection just given up
  server.keepAliveTimeout = 600_000;
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    anonymous: () => visitor(url, ""),
    async as(scope, headers = {}) {
      const isSecure = options.trustsProxy === true && headers["x-forwarded-proto"] === "https";
      return visitor(url, await cookieOf(ports, scope, isSecure), headers);
    },
    async cookieFor(scope) {
      const [name = "", ...value] = (await cookieOf(ports, scope)).split("=");
      return { name, value: value.join("="), url };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * The cookie of a session that the database of these ports holds, whichever process serves it.
 * @param isSecure as a browser that speaks TLS got it
 */
export async function cookieOf(ports: TestPorts, scope: Scope, isSecure = false): Promise<string> {
  const input = { scope, seconds: SESSION_SECONDS, hashOf: hashToken };
  const { token } = expectDone(await openSession(ports, input));
  const cookie = await sessionCookie("own", isSecure).serialize(token);
  return cookie.split(";")[0] ?? "";
}

/** Somebody who shows this cookie to the server at `url`. */
export function visitor(url: string, cookie: string, more: Record<string, string> = {}): Visitor {
  const own = { ...more, cookie, origin: url };
  const send = (to: string, body: FormData) =>
    fetch(url + to, { method: "POST", headers: own, body, redirect: "manual" });
  return {
    send,
    raw: (to, { body, headers }) =>
      fetch(url + to, {
        method: "POST",
        headers: { ...headers, ...own },
        body: body ?? null,
        redirect: "manual",
      }),
    get: (to) => fetch(url + to, { headers: { ...more, cookie }, redirect: "manual" }),
    post(to, fields) {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) {
        for (const each of Array.isArray(value) ? value : [value]) body.append(name, each);
      }
      return fetch(url + to, { method: "POST", headers: own, body, redirect: "manual" });
    },
    upload(to, field, files) {
      const body = new FormData();
      for (const file of files) body.append(field, file, file.name);
      return send(to, body);
    },
  };
}

/** A browser that keeps every cookie it is given, as a person who signs in has one. */
export function browserOf(url: string): Visitor {
  const jar = new Map<string, string>();
  const ask = async (to: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...(init.headers as Record<string, string>), cookie, origin: url }; // parsed: `raw` gives no other
    const answer = await fetch(url + to, { ...init, headers, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";")[0]?.split(/=(.*)/s) ?? [];
      if (/Max-Age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  const send = (to: string, body: FormData) => ask(to, { method: "POST", body });
  return {
    send,
    raw: (to, { body, headers }) => ask(to, { method: "POST", body: body ?? null, headers: headers ?? {} }),
    get: (to) => ask(to),
    post(to, fields) {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) {
        for (const each of Array.isArray(value) ? value : [value]) body.append(name, each);
      }
      return ask(to, { method: "POST", body });
    },
    upload(to, field, files) {
      const body = new FormData();
      for (const file of files) body.append(field, file, file.name);
      return send(to, body);
    },
  };
}
