import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findSession } from "#db/queries/people.server";
import { createProvider } from "~/server/oidc";
import { parseOidcEnv } from "~/server/oidc-env";
import { linkIdentity, signInByIdentity, unlinkIdentity } from "~/use-cases/identities.server";
import { showOwnAccount } from "~/use-cases/own-account.server";
import type { Provider } from "~/use-cases/provider";
import { type LocalProvider, localProvider } from "../support/oidc";
import { codesOf, expectDone, testHospital } from "../support/ports";

const CALLBACK = "http://127.0.0.1:3999/sign-in/provider/callback";
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");
const from = { browser: "", address: "192.0.2.7", seconds: 3600, hashOf };

let local: LocalProvider;
let issuer: string;
let provider: Provider;
beforeAll(async () => {
  local = await localProvider(CALLBACK);
  issuer = local.settings.issuer;
  provider = createProvider(local.settings);
}, 60_000);
afterAll(() => local?.stop());

it("proves issuer and subject by code, PKCE, state and nonce", async () => {
  const { address, trip } = await provider.begin(CALLBACK);
  const asked = new URL(address).searchParams;
  expect(asked.get("code_challenge_method")).toBe("S256");
  expect(asked.get("state")).toBe(trip.state);
  expect(asked.get("nonce")).toBe(trip.nonce);
  expect(address).not.toContain(trip.verifier);
  const returned = await local.walk(address, "mizuno");
  expect(await provider.finish(returned, trip)).toEqual({ issuer, subject: "mizuno" });
  expect(await provider.finish(returned, trip)).toBeNull(); // a code is taken once
});

it.each(["state", "nonce", "verifier"] as const)("takes nothing back with another %s", async (part) => {
  const { address, trip } = await provider.begin(CALLBACK);
  const returned = await local.walk(address, "mizuno");
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
