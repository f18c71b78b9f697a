import {
  deleteExpiredSessions,
  deleteSession,
  findAccountBySignInName,
  hasNoHospital,
  insertAccount,
  insertHospital,
  insertSession,
} from "#db/queries/people.server";
import { setTries } from "#db/queries/sign-in.server";
import { addDays, dayInTokyo, isRealDay } from "~/domain/day";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { isTimeLimited } from "~/domain/rights";
import { type Role, roles, type Scope } from "~/domain/scope";
import { MIN_PASSWORD_ALONE, type SessionFactor } from "~/domain/sign-in";
import { hashPassword, problemsOfPassword } from "./password.server";
import type { Ports } from "./ports.server";
import { type Change, record } from "./record.server";

/** A new account has no second factor yet. */
export const MIN_PASSWORD = MIN_PASSWORD_ALONE;
/** Longest time a time-limited membership is given at once. */
const MOST_DAYS = 366;

export type NewAccount = { name: string; department: string; signInName: string; password: string };

async function checkAccount(input: NewAccount, mayLackPassword = false): Promise<Problem[]> {
  const problems: Problem[] = [];
  if (input.name.trim() === "") problems.push(problem("field-required", {}, "name"));
  if (input.name.length > 100) problems.push(problem("field-too-long", { max: 100 }, "name"));
  if (input.department.length > 100) problems.push(problem("field-too-long", { max: 100 }, "department"));
  if (!/^[\w.@+-]{3,100}$/.test(input.signInName)) problems.push(problem("field-invalid", {}, "signInName"));
  if (input.password === "" && mayLackPassword) return problems;
  const about = { least: MIN_PASSWORD, signInName: input.signInName };
  return [...problems, ...(await problemsOfPassword(input.password, about))];
}

async function accountRow(ports: Ports, groupId: string, input: NewAccount, createdAt: string) {
  return {
    id: ports.newId(),
    groupId,
    signInName: input.signInName.toLowerCase(),
    name: input.name.trim(),
    department: input.department.trim(),
    // "" is right for nobody: the person chooses one behind a link.
    passwordHash: input.password === "" ? "" : await hashPassword(input.password),
    salt: ports.newToken(),
    createdAt,
  };
}

/**
 * 病院をつくる: the first hospital with its first administrator. Possible once; whether the caller may do it
 * from where he sits (setup code) is checked by the route.
 */
export async function openHospital(
  ports: Ports,
  input: { hospitalName: string; beds: number | null; admin: NewAccount },
): Promise<Result<{ scope: Scope }>> {
  const problems = await checkAccount(input.admin);
  if (input.hospitalName.trim() === "") problems.unshift(problem("field-required", {}, "hospitalName"));
  if (input.hospitalName.length > 200)
    problems.unshift(problem("field-too-long", { max: 200 }, "hospitalName"));
  if (problems.length > 0) return failed(...problems);
  const now = ports.now();
  const [groupId, hospitalId] = [ports.newId(), ports.newId()];
  const admin = await accountRow(ports, groupId, input.admin, now);
  const scope: Scope = { groupId, hospitalId, accountId: admin.id, role: "admin", via: "setup" };
  const head = {
    verb: "open-hospital",
    noun: "hospital",
    recordId: hospitalId,
    change: { beds: [null, input.beds] as [unknown, unknown] },
  };
  return record(ports, { ...scope }, "hospital:write", head, async ({ tx, at }) => {
    if (!(await hasNoHospital(tx))) return failed(problem("setup-already-done"));
    const name = input.hospitalName.trim();
    await insertHospital(
      tx,
      { id: groupId, name, createdAt: at },
      { id: hospitalId, groupId, name, beds: input.beds, createdAt: at },
    );
    await insertAccount(tx, admin, {
      id: ports.newId(),
      hospitalId,
      accountId: admin.id,
      role: "admin",
      createdAt: at,
    });
    return done({ scope });
  });
}

/**
 * A role and the last day it is held, as a form gives them.
 * @param until ISO day in Asia/Tokyo or ""; a viewer needs one, at most a year ahead
 */
export function membershipOf(given: { role: string; until: string }, today: string): Result<Membership> {
  const role = roles.find((each) => each === given.role);
  if (!role) return failed(problem("field-not-an-option", { value: given.role }, "role"));
  const until = given.until.trim();
  if (until === "") {
    return isTimeLimited(role) ? failed(problem("field-required", {}, "until")) : done({ role, until: null });
  }
  if (!isRealDay(until)) return failed(problem("field-not-a-day", { value: until }, "until"));
  if (until < today) return failed(problem("membership-day-past", { day: until }, "until"));
  const last = addDays(today, MOST_DAYS);
  if (until > last) return failed(problem("membership-day-far", { day: last }, "until"));
  return done({ role, until });
}
export type Membership = { role: Role; until: string | null };

/**
 * 利用者を加える: another account of this hospital. Administrators only. A password that somebody else chose is changed
 * at the first sign-in; without one the person gets a link (`makeAccountLink`).
 */
export async function addPerson(
  ports: Ports,
  scope: Scope,
  input: NewAccount & { role: string; until: string },
): Promise<Result<{ id: string }>> {
  const member = membershipOf(input, dayInTokyo(ports.now()));
  const problems = [...(await checkAccount(input, true)), ...(member.ok ? [] : member.problems)];
  if (problems.length > 0 || !member.ok) return failed(...problems);
  return insertPerson(ports, scope, input, member.value);
}

async function insertPerson(
  ports: Ports,
  scope: Scope,
  input: NewAccount,
  { role, until }: Membership,
): Promise<Result<{ id: string }>> {
  const made = await accountRow(ports, scope.groupId, input, ports.now());
  const row = { ...made, mustChangePassword: input.password !== "" };
  const head = {
    verb: "add-person",
    noun: "account",
    recordId: row.id,
    change: { role: [null, role], until: [null, until] } satisfies Change,
  };
  return record(ports, scope, "person:write", head, async ({ tx, at }) => {
    if (await findAccountBySignInName(tx, row.signInName))
      return failed(problem("already-exists", {}, "signInName"));
    const member = {
      id: ports.newId(),
      hospitalId: scope.hospitalId,
      accountId: row.id,
      role,
      untilDay: until,
      createdAt: at,
    };
    await insertAccount(tx, row, member);
    return done({ id: row.id });
  });
}

/** Opens a session for a known account: after sign-in, after setup, into the demo. */
export async function openSession(
  ports: Ports,
  input: {
    scope: Scope;
    seconds: number;
    hashOf: (token: string) => string;
    factor?: SessionFactor;
    browser?: string;
  },
): Promise<Result<{ token: string }>> {
  const { scope } = input;
  if (scope.accountId === null) return failed(problem("sign-in-failed"));
  const accountId = scope.accountId;
  const token = ports.newToken();
  const change: Change = { factor: [null, input.factor ?? "none"] };
  const head = { verb: "sign-in", noun: "session", recordId: accountId, change };
  return record(ports, scope, "viewer", head, async ({ tx, at }) => {
    await deleteExpiredSessions(tx, at);
    const expiresAt = new Date(Date.parse(at) + input.seconds * 1000).toISOString();
    await insertSession(tx, {
      tokenHash: input.hashOf(token),
      hospitalId: scope.hospitalId,
      accountId,
      createdAt: at,
      expiresAt,
      handle: ports.newId(),
      lastSeenAt: at,
      browser: input.browser ?? "",
      address: scope.address ?? "",
      factor: input.factor ?? "none",
    });
    await setTries(tx, accountId, { failedTries: 0, lockedUntil: null });
    return done({ token });
  });
}

/** サインアウト: the session is gone for every tab. */
export async function signOut(ports: Ports, scope: Scope, tokenHash: string): Promise<Result<null>> {
  const head = { verb: "sign-out", noun: "session", recordId: scope.accountId ?? "", change: {} };
  return record(ports, scope, "viewer", head, async ({ tx }) => {
    await deleteSession(tx, tokenHash);
    return done(null);
  });
}
