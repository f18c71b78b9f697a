import { createHash } from "node:crypto";
import type { Server } from "node:http";
import Oidc from "oidc-provider";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findSession } from "#db/queries/people.server";
import { createProvider } from "~/server/oidc";
import { parseOidcEnv } from "~/server/oidc-env";
import { linkIdentity, signInByIdentity, unlinkIdentity } from "~/use-cases/identities.server";
import { showOwnAccount } from "~/use-cases/own-account.server";
import type { Provider } from "~/use-cases/provider";
import { codesOf, expectDone, testHospital } from "../support/ports";

// A real provider of OpenID Connect on this machine: its own keys, its own login page, its own rules on PKCE.
const CALLBACK = "http://127.0.0.1:3999/sign-in/provider/callback";
const settings = (issuer: string) => ({ issuer, clientId: "buntan", clientSecret: "a-secret-of-the-client" });
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
const from = { browser: "", address: "192.0.2.7", seconds: 3600, hashOf };

let server: Server;
let issuer: string;
let provider: Provider;
beforeAll(async () => {
  const { createServer } = await import("node:http");
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  issuer = `http://127.0.0.1:${address.port}`;
  const { clientId, clientSecret } = settings(issuer);
  const oidc = new Oidc(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [CALLBACK] }],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ["test"] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
  });
  server.on("request", oidc.callback());
  provider = createProvider(settings(issuer));
}, 60_000);
afterAll(() => {
  server?.close();
  server?.closeAllConnections();
});

/** Walks through the provider's own login pages as a browser would. @returns where it sends the browser back to */
async function walk(start: string, login: string): Promise<URL> {
  const jar = new Map<string, string>();
  let next: { address: string; body?: URLSearchParams } = { address: start };
  for (let at = 0; at < 12; at++) {
    if (next.address.startsWith(CALLBACK)) return new URL(next.address);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(next.address, {
      headers: { cookie },
      redirect: "manual",
      ...(next.body ? { method: "POST", body: next.body } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";")[0]?.split(/=(.*)/s) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    const location = answer.headers.get("location");
    if (location) {
      next = { address: new URL(location, issuer).href };
      continue;
    }
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? "";
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? "";
    next = {
      address: new URL(action, issuer).href,
      body: new URLSearchParams({ prompt, login, password: "x" }),
    };
  }
  throw new Error("the provider's pages did not end");
}

it("proves issuer and subject by code, PKCE, state and nonce", async () => {
  const { address, trip } = await provider.begin(CALLBACK);
  const asked = new URL(address).searchParams;
  expect(asked.get("code_challenge_method")).toBe("S256");
  expect(asked.get("state")).toBe(trip.state);
  expect(asked.get("nonce")).toBe(trip.nonce);
  expect(address).not.toContain(trip.verifier);
  const returned = await walk(address, "mizuno");
  expect(await provider.finish(returned, trip)).toEqual({ issuer, subject: "mizuno" });
  expect(await provider.finish(returned, trip)).toBeNull(); // a code is taken once
});

it.each(["state", "nonce", "verifier"] as const)("takes nothing back with another %s", async (part) => {
  const { address, trip } = await provider.begin(CALLBACK);
  const returned = await walk(address, "mizuno");
  const other = (await provider.begin(CALLBACK)).trip;
  expect(await provider.finish(returned, { ...trip, [part]: other[part] })).toBeNull();
});

it("lets in whoever was linked and nobody else, by issuer and subject together", async () => {
  const { ports, editor, viewer } = await testHospital();
  await ports.db.$client.execute("UPDATE account SET must_change_password = 0");
  const identity = { issuer, subject: "mizuno" };
  const enter = (as = identity) => signInByIdentity(ports, { ...as, ...from });
  expect(codesOf(await enter())).toEqual(["provider-not-invited"]);
  expectDone(await linkIdentity(ports, editor, identity));
  expect(codesOf(await linkIdentity(ports, viewer, identity))).toEqual(["provider-taken"]);
  const { token, step } = expectDone(await enter());
  expect(step).toBeNull();
  expect(await findSession(ports.db, hashOf(token), ports.now())).toMatchObject({
    accountId: editor.accountId,
  });
  expect(codesOf(await enter({ ...identity, issuer: "https://other.example" }))).toEqual([
    "provider-not-invited",
  ]);
  const { rows } = await ports.db.$client.execute("SELECT count(*) AS n FROM account");
  const [linked] = (await showOwnAccount(ports, editor, { handle: "" })).identities;
  expect(codesOf(await unlinkIdentity(ports, viewer, { id: linked?.id ?? "" }))).toEqual(["not-found"]);
  expectDone(await unlinkIdentity(ports, editor, { id: linked?.id ?? "" }));
  expect(codesOf(await enter())).toEqual(["provider-not-invited"]);
  expect((await ports.db.$client.execute("SELECT count(*) AS n FROM account")).rows).toEqual(rows);
});

it("asks for all three variables, an address of ours, and TLS outside this machine", () => {
  const three = {
    BUNTAN_OIDC_ISSUER: "https://login.hospital.example",
    BUNTAN_OIDC_CLIENT_ID: "buntan",
    BUNTAN_OIDC_CLIENT_SECRET: "s",
  };
  expect(parseOidcEnv({}, null)).toBeNull();
  expect(parseOidcEnv(three, "https://buntan.example")?.issuer).toBe(three.BUNTAN_OIDC_ISSUER);
  expect(() => parseOidcEnv(three, null)).toThrow(/BUNTAN_BASE_URL/);
  expect(() => parseOidcEnv({ BUNTAN_OIDC_CLIENT_ID: "buntan" }, "https://b.example")).toThrow(/together/);
  expect(() =>
    parseOidcEnv({ ...three, BUNTAN_OIDC_ISSUER: "http://login.example" }, "https://b.example"),
  ).toThrow(/https/);
});
