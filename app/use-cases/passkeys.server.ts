import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { z } from "zod";
import {
  deletePasskey,
  deleteStep,
  factorsOf,
  findPasskey,
  findPerson,
  findStep,
  insertPasskey,
  insertStep,
  notePasskeyUse,
  type Person,
} from "#db/queries/sign-in.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { record } from "./record.server";
import { hasFactor } from "./second-factor.server";
import { enterByPasskey, type SignedIn, type SignInFrom } from "./sign-in.server";

/** Where the browser stands: a passkey belongs to the name, and every proof names the whole origin. */
export type PasskeySite = { origin: string; name: string };

const NAME = "Buntan";
const CHALLENGE_SECONDS = 5 * 60;
const transportNames = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const;
const transportsSchema = z.array(z.enum(transportNames)).catch([]);
/** Enough of a browser's answer to hand it to the verifier, which checks the rest. */
const answerSchema = z
  .looseObject({
    id: z.string().min(1).max(2000),
    rawId: z.string(),
    type: z.literal("public-key"),
    response: z.looseObject({ clientDataJSON: z.string() }),
    clientExtensionResults: z.looseObject({}),
  })
  .catch({
    id: "",
    rawId: "",
    type: "public-key",
    response: { clientDataJSON: "" },
    clientExtensionResults: {},
  });

async function keepChallenge(
  ports: Ports,
  challenge: string,
  accountId: string | null,
  hashOf: SignInFrom["hashOf"],
): Promise<string> {
  const token = ports.newToken();
  const createdAt = ports.now();
  await insertStep(ports.db, {
    tokenHash: hashOf(token),
    accountId,
    step: "passkey",
    memo: challenge,
    createdAt,
    expiresAt: new Date(Date.parse(createdAt) + CHALLENGE_SECONDS * 1000).toISOString(),
  });
  return token;
}

/** The challenge of a token, once: it is gone whatever the answer is worth. */
async function takeChallenge(ports: Ports, tokenHash: string) {
  const found = await findStep(ports.db, tokenHash, "passkey", ports.now());
  return found && (await deleteStep(ports.db, tokenHash)) ? found : null;
}

/**
 * What the browser needs to prove a passkey.
 * @param input.person whoever gave a password already: only a key of this person answers; null names nobody, so that
 *   the answer tells nobody who exists
 */
export async function askForPasskey(
  ports: Ports,
  input: { site: PasskeySite; person: Person | null; hashOf: SignInFrom["hashOf"] },
) {
  const accountId = input.person?.account.id ?? null;
  const own = accountId === null ? null : (await factorsOf(ports.db, accountId)).passkeys;
  const options = await generateAuthenticationOptions({
    rpID: input.site.name,
    userVerification: "required",
    ...(own && { allowCredentials: own.map((each) => ({ id: each.credentialId })) }),
  });
  return { options, token: await keepChallenge(ports, options.challenge, accountId, input.hashOf) };
}

/** パスキーでサインイン: holds the device and unlocked it, so it stands for password and second factor at once. */
export async function signInByPasskey(
  ports: Ports,
  input: { token: string; answer: unknown; site: PasskeySite } & SignInFrom,
): Promise<Result<SignedIn>> {
  const refused = failed(problem("passkey-refused"));
  const challenge = await takeChallenge(ports, input.hashOf(input.token));
  const answer = answerSchema.parse(input.answer);
  const key = await findPasskey(ports.db, answer.id);
  const person = key && (await findPerson(ports.db, { accountId: key.accountId }, ports.now()));
  if (!challenge || !key || !person || person.account.disabledAt !== null) return refused;
  if (challenge.accountId !== null && challenge.accountId !== key.accountId) return refused;
  const proof = await verifyAuthenticationResponse({
    response: answer as unknown as AuthenticationResponseJSON, // parsed above as far as it is ours
    expectedChallenge: challenge.memo,
    expectedOrigin: input.site.origin,
    expectedRPID: input.site.name,
    requireUserVerification: true,
    credential: {
      id: key.credentialId,
      publicKey: new Uint8Array(Buffer.from(key.publicKey, "base64url")),
      counter: key.counter,
      transports: transportsSchema.parse(JSON.parse(key.transports)),
    },
  }).catch(() => null);
  if (!proof?.verified) return refused;
  await notePasskeyUse(ports.db, key.id, proof.authenticationInfo.newCounter, ports.now());
  return enterByPasskey(ports, person, input);
}

/** What the browser needs to make a passkey for this person. */
export async function askForNewPasskey(
  ports: Ports,
  scope: Scope,
  input: { site: PasskeySite; hashOf: SignInFrom["hashOf"] },
) {
  const accountId = scope.accountId ?? "";
  const person = await findPerson(ports.db, { accountId }, ports.now());
  if (!person) return failed(problem("not-found"));
  const { passkeys } = await factorsOf(ports.db, accountId);
  const options = await generateRegistrationOptions({
    rpName: NAME,
    rpID: input.site.name,
    userName: person.account.signInName,
    userDisplayName: person.account.name,
    userID: new TextEncoder().encode(accountId),
    attestationType: "none",
    excludeCredentials: passkeys.map((each) => ({ id: each.credentialId })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  return done({ options, token: await keepChallenge(ports, options.challenge, accountId, input.hashOf) });
}

/** パスキーを登録する. Problems: field-required, field-too-long, passkey-refused, already-exists */
export async function addPasskey(
  ports: Ports,
  scope: Scope,
  input: { token: string; answer: unknown; name: string; site: PasskeySite; hashOf: SignInFrom["hashOf"] },
): Promise<Result<null>> {
  const name = input.name.trim();
  if (name === "") return failed(problem("field-required", {}, "passkeyName"));
  if (name.length > 60) return failed(problem("field-too-long", { max: 60 }, "passkeyName"));
  const challenge = await takeChallenge(ports, input.hashOf(input.token));
  const { accountId } = scope;
  if (!challenge || accountId === null || challenge.accountId !== accountId)
    return failed(problem("passkey-refused"));
  const proof = await verifyRegistrationResponse({
    response: answerSchema.parse(input.answer) as unknown as RegistrationResponseJSON, // parsed as far as it is ours
    expectedChallenge: challenge.memo,
    expectedOrigin: input.site.origin,
    expectedRPID: input.site.name,
    requireUserVerification: true,
  }).catch(() => null);
  if (!proof?.verified) return failed(problem("passkey-refused"));
  const { credential } = proof.registrationInfo;
  const head = { verb: "add-passkey", noun: "account", recordId: accountId, change: {} };
  return record(ports, scope, "own:write", head, async ({ tx, at }) => {
    if (await findPasskey(tx, credential.id)) return failed(problem("already-exists"));
    await insertPasskey(tx, {
      id: ports.newId(),
      groupId: scope.groupId,
      accountId,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString("base64url"),
      counter: credential.counter,
      transports: JSON.stringify(transportsSchema.parse(credential.transports ?? [])),
      name,
      createdAt: at,
    });
    return done(null);
  });
}

/** パスキーを外す: never the last factor. Problems: not-found, factor-last */
export async function removePasskey(
  ports: Ports,
  scope: Scope,
  input: { id: string },
): Promise<Result<null>> {
  const accountId = scope.accountId ?? "";
  const head = { verb: "remove-passkey", noun: "account", recordId: accountId, change: {} };
  return record(ports, scope, "own:write", head, async ({ tx }) => {
    if (!(await deletePasskey(tx, accountId, input.id))) return failed(problem("not-found"));
    return hasFactor(await factorsOf(tx, accountId)) ? done(null) : failed(problem("factor-last"));
  });
}
