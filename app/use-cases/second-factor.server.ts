import { generateSecret, generateURI, verifySync } from "otplib";
import {
  deleteSeed,
  type Factors,
  factorsOf,
  findPerson,
  replaceRecoveryCodes,
  replaceSeed,
  takeRecoveryCode,
  takeTimeStep,
} from "#db/queries/sign-in.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { isAppCode, normalCode, RECOVERY_CODES, recoveryCodeOf } from "~/domain/sign-in";
import type { Ports } from "./ports.server";
import { type Entry, record } from "./record.server";
import {
  answersNow,
  failStep,
  passStep,
  personAtStep,
  type SignedIn,
  type SignInFrom,
} from "./sign-in.server";

/** Seconds that a device's clock may differ: one code before and one after. */
const TOLERANCE_SECONDS = 30;
const ISSUER = "Buntan";

const aboutSeed = (accountId: string) => `totp ${accountId}`;
const aboutCode = (accountId: string) => `recovery ${accountId}`;

/** True when there is an app that was proved once, or a passkey. */
export function hasFactor({ seed, passkeys }: Pick<Factors, "seed" | "passkeys">): boolean {
  return (seed !== null && seed.confirmedAt !== null) || passkeys.length > 0;
}

/**
 * 認証アプリの登録をはじめる: a seed that is no factor before its first right code. Asked again, the same seed is
 * shown, so that a page that was loaded twice fits the app that was set up once.
 * @returns the seed for typing and the `otpauth:` address for the QR code; null when an app is registered already
 */
export async function beginApp(
  ports: Ports,
  scope: Scope,
): Promise<Result<{ seed: string; address: string } | null>> {
  const { accountId } = scope;
  if (accountId === null) return failed(problem("forbidden", { needed: "own:write" }));
  const person = await findPerson(ports.db, { accountId }, ports.now());
  if (!person) return failed(problem("not-found"));
  const { seed: row } = await factorsOf(ports.db, accountId);
  if (row !== null && row.confirmedAt !== null) return done(null);
  const kept = row && ports.secrets.open(row.sealedSeed, aboutSeed(accountId));
  const seed = kept ?? generateSecret();
  const shown = {
    seed,
    address: generateURI({ issuer: ISSUER, label: person.account.signInName, secret: seed }),
  };
  if (kept) return done(shown);
  const head = { verb: "begin-app", noun: "account", recordId: accountId, change: {} };
  return record(ports, scope, "own:write", head, async ({ tx, at }) => {
    const sealedSeed = ports.secrets.seal(seed, aboutSeed(accountId));
    await replaceSeed(tx, {
      id: ports.newId(),
      groupId: scope.groupId,
      accountId,
      sealedSeed,
      createdAt: at,
    });
    return done(shown);
  });
}

/**
 * The time step of a code that fits the seed, or null.
 * @param now moment of the ports' clock
 */
function timeStepOf(ports: Ports, factors: Factors, accountId: string, code: string): number | null {
  const seed = factors.seed && ports.secrets.open(factors.seed.sealedSeed, aboutSeed(accountId));
  if (!seed || !isAppCode(code)) return null;
  const epoch = Math.floor(Date.parse(ports.now()) / 1000);
  const result = verifySync({ secret: seed, token: code, epoch, epochTolerance: TOLERANCE_SECONDS });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}

/**
 * 認証アプリを確かめて登録する: the first right code makes it a second factor, with fresh recovery codes (shown this
 * once; the database keeps marks of them). Problems: factor-wrong
 */
export async function confirmApp(
  ports: Ports,
  scope: Scope,
  input: { code: string },
): Promise<Result<{ codes: string[] }>> {
  const { accountId } = scope;
  if (accountId === null) return failed(problem("forbidden", { needed: "own:write" }));
  const factors = await factorsOf(ports.db, accountId);
  const timeStep = timeStepOf(ports, factors, accountId, normalCode(input.code));
  if (timeStep === null) return failed(problem("factor-wrong", {}, "code"));
  const head = { verb: "confirm-app", noun: "account", recordId: accountId, change: {} };
  return record(ports, scope, "own:write", head, async (entry) => {
    if (!(await takeTimeStep(entry.tx, accountId, timeStep, entry.at)))
      return failed(problem("factor-wrong", {}, "code"));
    return done({ codes: await freshCodes(ports, scope, accountId, entry) });
  });
}

async function freshCodes(
  ports: Ports,
  scope: Scope,
  accountId: string,
  { tx, at }: Entry,
): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(ports.newBytes(10)));
  await replaceRecoveryCodes(
    tx,
    accountId,
    codes.map((code) => ({
      id: ports.newId(),
      groupId: scope.groupId,
      accountId,
      codeHash: ports.secrets.mark(normalCode(code), aboutCode(accountId)),
      createdAt: at,
    })),
  );
  return codes;
}

/** 回復コードを作り直す: the ones before open nothing from now on. Problems: factor-last (there is no factor yet) */
export async function renewRecoveryCodes(ports: Ports, scope: Scope): Promise<Result<{ codes: string[] }>> {
  const { accountId } = scope;
  if (accountId === null) return failed(problem("forbidden", { needed: "own:write" }));
  const head = { verb: "renew-recovery-codes", noun: "account", recordId: accountId, change: {} };
  return record(ports, scope, "own:write", head, async (entry) => {
    if (!hasFactor(await factorsOf(entry.tx, accountId))) return failed(problem("factor-last"));
    return done({ codes: await freshCodes(ports, scope, accountId, entry) });
  });
}

/** 認証アプリを外す: only beside another factor, so that nobody takes off his own last one. Problems: factor-last */
export async function removeApp(ports: Ports, scope: Scope): Promise<Result<null>> {
  const { accountId } = scope;
  if (accountId === null) return failed(problem("forbidden", { needed: "own:write" }));
  const head = { verb: "remove-app", noun: "account", recordId: accountId, change: {} };
  return record(ports, scope, "own:write", head, async ({ tx }) => {
    const { passkeys } = await factorsOf(tx, accountId);
    if (passkeys.length === 0) return failed(problem("factor-last"));
    await deleteSeed(tx, accountId);
    return done(null);
  });
}

/**
 * 確認コード: the app's six digits, or one recovery code, behind a right password. No code is taken twice.
 * Problems: step-over, too-many-attempts, factor-wrong
 */
export async function showCode(
  ports: Ports,
  input: { token: string; code: string } & SignInFrom,
): Promise<Result<SignedIn>> {
  const found = await personAtStep(ports, "second-factor", input.token, input);
  if (!found.ok) return found;
  const { person, scope } = found.value;
  if (!answersNow(ports, person)) return failed(problem("too-many-attempts"));
  const accountId = person.account.id;
  const code = normalCode(input.code);
  const factors = await factorsOf(ports.db, accountId);
  const timeStep = factors.seed?.confirmedAt ? timeStepOf(ports, factors, accountId, code) : null;
  const confirmedAt = factors.seed?.confirmedAt ?? ports.now();
  if (timeStep !== null && (await takeTimeStep(ports.db, accountId, timeStep, confirmedAt)))
    return passStep(ports, found.value, input, "totp");
  if (!isAppCode(code) && (await spendRecoveryCode(ports, scope, accountId, code)))
    return passStep(ports, found.value, input, "recovery");
  return failed(await failStep(ports, found.value));
}

async function spendRecoveryCode(
  ports: Ports,
  scope: Scope,
  accountId: string,
  code: string,
): Promise<boolean> {
  const mark = ports.secrets.mark(code, aboutCode(accountId));
  const head = { verb: "use-recovery-code", noun: "account", recordId: accountId, change: {} };
  const used = await record(ports, scope, "own:write", head, async ({ tx, at }) =>
    (await takeRecoveryCode(tx, accountId, mark, at))
      ? done(null)
      : failed(problem("factor-wrong", {}, "code")),
  );
  return used.ok;
}

/**
 * 二要素認証の設定 on the way in: the app's first code opens the session (or the next step) and gives the codes.
 * Problems: step-over, factor-wrong
 */
export async function setUpApp(
  ports: Ports,
  input: { token: string; code: string } & SignInFrom,
): Promise<Result<SignedIn & { codes: string[] }>> {
  const found = await personAtStep(ports, "set-up", input.token, input);
  if (!found.ok) return found;
  const confirmed = await confirmApp(ports, found.value.scope, input);
  if (!confirmed.ok) return confirmed;
  const passed = await passStep(ports, found.value, input, "totp");
  return passed.ok ? done({ ...passed.value, codes: confirmed.value.codes }) : passed;
}
