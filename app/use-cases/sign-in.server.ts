import { isIP } from "node:net";
import {
  accessOf,
  countStepTry,
  deleteStep,
  factorsOf,
  findPerson,
  findStep,
  insertStep,
  type Person,
  setPassword,
  setTries,
} from "#db/queries/sign-in.server";
import { networkHolds } from "~/domain/networks";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import {
  MIN_PASSWORD_ALONE,
  minPassword,
  nextStep,
  normalPassword,
  type SessionFactor,
  type SignInStep,
  sessionFactors,
  stepAfterFactor,
  waitAfter,
} from "~/domain/sign-in";
import { hashPassword, isRightPassword, problemsOfPassword } from "./password.server";
import { openSession } from "./people.server";
import type { Ports } from "./ports.server";
import { type Change, record } from "./record.server";

/** Where a sign-in comes from, and how tokens are kept. */
export type SignInFrom = {
  browser: string;
  address: string;
  seconds: number;
  hashOf: (token: string) => string;
};
/** Either a session, or a browser that has a step to do first. */
export type SignedIn = { token: string; step: SignInStep | null };

/** Long enough to fetch a telephone, short enough for a browser that was left open. */
const STEP_SECONDS = 15 * 60;
const STEP_TRIES = 5;

/** The scope a person has in the hospital he enters first. */
function scopeOf(person: Person, from: { address: string }, hospitalId?: string): Scope | null {
  const { id: accountId, groupId } = person.account;
  const at = person.hospitals.find((each) => each.hospitalId === hospitalId) ?? person.hospitals[0];
  if (!at) return null;
  return {
    groupId,
    hospitalId: at.hospitalId,
    accountId,
    role: at.role,
    via: "web",
    address: from.address,
  };
}

/**
 * サインイン with name and password. Says the same of a wrong name, a wrong password, a disabled account and one
 * whose membership ended; too many wrong ones in a row are answered later.
 * @returns a session, or the step that stands before it. Problems: sign-in-failed, too-many-attempts, network-outside
 */
export async function signIn(
  ports: Ports,
  input: { signInName: string; password: string } & SignInFrom,
): Promise<Result<SignedIn>> {
  const now = ports.now();
  const person = await findPerson(ports.db, { signInName: input.signInName.toLowerCase() }, now);
  if (person && isLocked(person, now)) return failed(problem("too-many-attempts"));
  const isRight = await isRightPassword(person?.account.passwordHash ?? null, input.password, ports.newToken);
  const scope = person && scopeOf(person, input);
  if (!person || !scope || person.account.disabledAt !== null) return failed(problem("sign-in-failed"));
  if (!isRight) {
    await countWrongTry(ports, scope, person, "password");
    return failed(problem("sign-in-failed"));
  }
  return enter(ports, person, scope, input);
}

function isLocked(person: Person, now: string): boolean {
  return person.account.lockedUntil !== null && person.account.lockedUntil > now;
}

/** One wrong try more: written down with its audit row, and the account answers none for a while. */
async function countWrongTry(
  ports: Ports,
  scope: Scope,
  person: Person,
  what: "password" | "code",
): Promise<void> {
  const failedTries = person.account.failedTries + 1;
  const wait = waitAfter(failedTries);
  const head = {
    verb: "sign-in-failed",
    noun: "session",
    recordId: person.account.id,
    change: { tries: [person.account.failedTries, failedTries], what: [null, what] } satisfies Change,
  };
  // why nobody: whoever tried is not known.
  await record(ports, { ...scope, accountId: null }, "own:write", head, async ({ tx, at }) => {
    const lockedUntil = wait === 0 ? null : new Date(Date.parse(at) + wait * 1000).toISOString();
    await setTries(tx, person.account.id, { failedTries, lockedUntil });
    return done(null);
  });
}

/** What a right password, passkey or provider leads to. */
async function enter(
  ports: Ports,
  person: Person,
  scope: Scope,
  from: SignInFrom,
  shown: SessionFactor | null = null,
): Promise<Result<SignedIn>> {
  const access = await accessOf(ports.db, scope.hospitalId);
  if (access && !mayComeFrom(access.networks, from.address)) return failed(problem("network-outside"));
  const { seed, passkeys } = await factorsOf(ports.db, person.account.id);
  const state = {
    ...person.account,
    hasFactor: (seed !== null && seed.confirmedAt !== null) || passkeys.length > 0,
    isWaived: person.account.factorWaivedAt !== null,
    isAdmin: person.hospitals.some((each) => each.role === "admin"),
  };
  const step = shown === null ? nextStep(state) : stepAfterFactor({ ...state, hasFactor: true });
  if (step !== null) return openStep(ports, scope, step, from, shown ?? "none");
  const opened = await openSession(ports, { scope, ...from, factor: shown ?? "none" });
  if (!opened.ok) return opened;
  return done({ token: opened.value.token, step: null });
}

/** True when no list was set, or the address stands in it. @param networks JSON list of CIDR ranges */
export function mayComeFrom(networks: string, address: string): boolean {
  const list: unknown = JSON.parse(networks);
  if (!Array.isArray(list) || list.length === 0) return true;
  const plain = address.replace(/^::ffff:/, "");
  return isIP(plain) !== 0 && list.some((each) => networkHolds(String(each), plain));
}

async function openStep(
  ports: Ports,
  scope: Scope,
  step: SignInStep,
  from: SignInFrom,
  shown: SessionFactor,
): Promise<Result<SignedIn>> {
  const token = ports.newToken();
  const createdAt = ports.now();
  await insertStep(ports.db, {
    tokenHash: from.hashOf(token),
    accountId: scope.accountId,
    hospitalId: scope.hospitalId,
    step,
    memo: shown,
    createdAt,
    expiresAt: new Date(Date.parse(createdAt) + STEP_SECONDS * 1000).toISOString(),
  });
  return done({ token, step });
}

/** The person behind a step under way. Problems: step-over */
export async function personAtStep(
  ports: Ports,
  step: SignInStep,
  token: string,
  from: Pick<SignInFrom, "hashOf" | "address">,
) {
  const over = failed(problem("step-over"));
  const now = ports.now();
  const found = await findStep(ports.db, from.hashOf(token), step, now);
  if (!found || found.accountId === null || found.tries >= STEP_TRIES) return over;
  const person = await findPerson(ports.db, { accountId: found.accountId }, now);
  const scope = person && scopeOf(person, from, found.hospitalId ?? "");
  if (!person || !scope || person.account.disabledAt !== null) return over;
  return done({ person, scope, step: found });
}

/**
 * Goes on behind a step that was done: the step is gone, and the session (or the next step) is opened.
 * @param shown the factor that was shown or set up
 */
export async function passStep(
  ports: Ports,
  at: { person: Person; scope: Scope; step: { tokenHash: string } },
  from: SignInFrom,
  shown: SessionFactor,
): Promise<Result<SignedIn>> {
  if (!(await deleteStep(ports.db, at.step.tokenHash))) return failed(problem("step-over"));
  return enter(ports, at.person, at.scope, from, shown);
}

/** A wrong code: counted for the step, and for the account like a wrong password. */
export async function failStep(
  ports: Ports,
  at: { person: Person; scope: Scope; step: { tokenHash: string; tries: number } },
): Promise<Problem> {
  await countStepTry(ports.db, at.step.tokenHash, at.step.tries + 1);
  await countWrongTry(ports, at.scope, at.person, "code");
  return problem("factor-wrong", {}, "code");
}

/** Whether the account answers a code now; wrong codes make it wait as wrong passwords do. */
export function answersNow(ports: Ports, person: Person): boolean {
  return !isLocked(person, ports.now());
}

/** 自分のパスワードにする: the last step where somebody else chose the password, or it is too short to stand alone. */
export async function setOwnPassword(
  ports: Ports,
  input: { token: string; password: string } & SignInFrom,
): Promise<Result<SignedIn>> {
  const found = await personAtStep(ports, "own-password", input.token, input);
  if (!found.ok) return found;
  const { person, scope, step } = found.value;
  const factor: SessionFactor = sessionFactors.find((each) => each === step.memo) ?? "none";
  const saved = await keepPassword(ports, scope, person, input.password, factor !== "none");
  if (!saved.ok) return saved;
  if (!(await deleteStep(ports.db, step.tokenHash))) return failed(problem("step-over"));
  const opened = await openSession(ports, { scope, ...input, factor });
  if (!opened.ok) return opened;
  return done({ token: opened.value.token, step: null });
}

/** Checks and keeps a new password of one's own. Problems: field-too-short, password-common, password-same … */
export async function keepPassword(
  ports: Ports,
  scope: Scope,
  person: Person,
  password: string,
  hasFactor: boolean,
): Promise<Result<null>> {
  const { signInName, passwordHash } = person.account;
  const problems = await problemsOfPassword(password, { least: minPassword(hasFactor), signInName });
  if (problems.length > 0) return failed(...problems);
  if (await isRightPassword(passwordHash, password, ports.newToken))
    return failed(problem("password-same", {}, "password"));
  const fresh = await hashPassword(password);
  const head = { verb: "change-password", noun: "account", recordId: person.account.id, change: {} };
  return record(ports, scope, "own:write", head, async ({ tx, at }) => {
    await setPassword(tx, scope, person.account.id, {
      passwordHash: fresh,
      isPasswordLong: [...normalPassword(password)].length >= MIN_PASSWORD_ALONE,
      mustChangePassword: false,
      passwordChangedAt: at,
    });
    return done(null);
  });
}

/** What a proved passkey leads to: it is both factors. Problems: sign-in-failed, network-outside */
export async function enterByPasskey(
  ports: Ports,
  person: Person,
  from: SignInFrom,
): Promise<Result<SignedIn>> {
  const scope = scopeOf(person, from);
  return scope ? enter(ports, person, scope, from, "passkey") : failed(problem("sign-in-failed"));
}

/** What a proved identity leads to: the provider has its own second factor. Problems: as above */
export async function enterByProvider(
  ports: Ports,
  person: Person,
  from: SignInFrom,
): Promise<Result<SignedIn>> {
  const scope = scopeOf(person, from);
  if (!scope || person.account.disabledAt !== null) return failed(problem("sign-in-failed"));
  return enter(ports, person, scope, from, "provider");
}
