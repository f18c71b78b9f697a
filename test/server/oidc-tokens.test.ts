import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createProvider } from "~/server/oidc";

// An identity provider that hands out whatever ID token a test wants, to see which of them prove somebody.
const CALLBACK = "http://127.0.0.1:3999/sign-in/provider/callback";
const [own, foreign] = [0, 1].map(() => generateKeyPairSync("rsa", { modulusLength: 2048 }));
const publicKey = { ...own?.publicKey.export({ format: "jwk" }), kid: "k1", use: "sig", alg: "RS256" };

/** What the provider answers with; each test changes what it is about. */
type Answers = { issuer: string; token: (nonce: string) => string; redirectTo?: string };
let answers: Answers;
let nonce = "";
let issuer = "";
let server: Server;
let reached = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    const json = (value: object) =>
      response.setHeader("content-type", "application/json").end(JSON.stringify(value));
    if (request.url === "/elsewhere") {
      reached += 1;
      return json({});
    }
    if (request.url === "/jwks") return json({ keys: [publicKey] });
    if (request.url === "/token") {
      if (answers.redirectTo) return response.writeHead(307, { location: answers.redirectTo }).end();
      return json({ access_token: "a", token_type: "bearer", id_token: answers.token(nonce) });
    }
    return json({
      issuer: answers.issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      id_token_signing_alg_values_supported: ["RS256"],
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  issuer = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server?.close();
  server?.closeAllConnections();
});

const base64 = (value: object | Buffer) =>
  (Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))).toString("base64url");
const seconds = () => Math.floor(Date.now() / 1000);
const claims = (more: object = {}) => ({
  iss: issuer,
  aud: "buntan",
  sub: "mizuno",
  iat: seconds(),
  exp: seconds() + 300,
  nonce,
  ...more,
});
function signed(body: object, key: KeyObject | undefined, header: object = {}): string {
  const text = `${base64({ alg: "RS256", kid: "k1", ...header })}.${base64(body)}`;
  return key ? `${text}.${base64(sign("sha256", Buffer.from(text), key))}` : `${text}.`;
}
/** Named with the public key as its secret: what a checker takes who lets the token choose its algorithm. */
function marked(body: object): string {
  const text = `${base64({ alg: "HS256", kid: "k1" })}.${base64(body)}`;
  return `${text}.${createHmac("sha256", JSON.stringify(publicKey)).update(text).digest("base64url")}`;
}

async function finish(token: Answers["token"], more: Partial<Answers> = {}) {
  answers = { issuer, token, ...more };
  const provider = createProvider({ issuer, clientId: "buntan", clientSecret: "secret" });
  const { trip } = await provider.begin(CALLBACK);
  nonce = trip.nonce;
  return provider.finish(new URL(`${CALLBACK}?code=c&state=${trip.state}`), trip);
}

it("an ID token that the provider signed proves somebody", async () => {
  expect(await finish(() => signed(claims(), own?.privateKey))).toEqual({ issuer, subject: "mizuno" });
});

it.each<[string, Answers["token"]]>([
  ["signed with another key", () => signed(claims(), foreign?.privateKey)],
  ["not signed", () => signed(claims(), undefined, { alg: "none" })],
  ["without its signature", () => signed(claims(), undefined)],
  ["marked with the public key", () => marked(claims())],
  [
    "that brings its own key",
    () => signed(claims(), foreign?.privateKey, { jwk: foreign?.publicKey.export({ format: "jwk" }) }),
  ],
  ["whose time is over", () => signed(claims({ exp: seconds() - 600 }), own?.privateKey)],
  ["for another program", () => signed(claims({ aud: "other" }), own?.privateKey)],
  ["of another issuer", () => signed(claims({ iss: "https://other.example" }), own?.privateKey)],
  ["with the nonce of another trip", () => signed(claims({ nonce: "other" }), own?.privateKey)],
  ["that is none", () => "not-a-token"],
])("one %s proves nobody", async (_what, token) => {
  expect(await finish(token)).toBeNull();
});

it("a provider that names another issuer, or leads on elsewhere, is not followed", async () => {
  const right = () => signed(claims(), own?.privateKey);
  await expect(finish(right, { issuer: "https://other.example" })).rejects.toThrow();
  expect(await finish(right, { redirectTo: `${issuer}/elsewhere` })).toBeNull();
  expect(reached).toBe(0);
});
