import { hash, verify } from "@node-rs/argon2";
import {
  deleteExpiredSessions,
  deleteSession,
  findAccountBySignInName,
  hasNoHospital,
  insertAccount,
  insertHospital,
  insertSession,
} from "#db/queries/people.server";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { type Role, roles, type Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { record } from "./record.server";

/** 13 characters while there is no second factor (guideline 7.0, 14⑥: one factor asks for 13). */
export const MIN_PASSWORD = 13;
const MAX_PASSWORD = 200;

export type NewAccount = { name: string; department: string; signInName: string; password: string };

function checkAccount(input: NewAccount): Problem[] {
  const problems: Problem[] = [];
  if (input.name.trim() === "") problems.push(problem("field-required", {}, "name"));
  if (input.name.length > 100) problems.push(problem("field-too-long", { max: 100 }, "name"));
  if (input.department.length > 100) problems.push(problem("field-too-long", { max: 100 }, "department"));
  if (!/^[\w.@+-]{3,100}$/.test(input.signInName)) problems.push(problem("field-invalid", {}, "signInName"));
  const length = [...input.password].length;
  if (length < MIN_PASSWORD) problems.push(problem("field-too-short", { min: MIN_PASSWORD }, "password"));
  if (length > MAX_PASSWORD) problems.push(problem("field-too-long", { max: MAX_PASSWORD }, "password"));
  return problems;
}

async function accountRow(ports: Ports, groupId: string, input: NewAccount, createdAt: string) {
  return {
    id: ports.newId(),
    groupId,
    signInName: input.signInName.toLowerCase(),
    name: input.name.trim(),
    department: input.department.trim(),
    passwordHash: await hash(input.password),
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
  const problems = checkAccount(input.admin);
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
  return record(ports, { ...scope }, "admin", head, async ({ tx, at }) => {
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

/** 利用者を加える: another account of this hospital. Administrators only. */
export async function addPerson(
  ports: Ports,
  scope: Scope,
  input: NewAccount & { role: string },
): Promise<Result<{ id: string }>> {
  const role = roles.find((each) => each === input.role);
  const problems = checkAccount(input);
  if (!role) problems.push(problem("field-not-an-option", { value: input.role }, "role"));
  if (problems.length > 0 || !role) return failed(...problems);
  return insertPerson(ports, scope, input, role);
}

async function insertPerson(
  ports: Ports,
  scope: Scope,
  input: NewAccount,
  role: Role,
): Promise<Result<{ id: string }>> {
  const row = await accountRow(ports, scope.groupId, input, ports.now());
  const head = {
    verb: "add-person",
    noun: "account",
    recordId: row.id,
    change: { role: [null, role] as [unknown, unknown] },
  };
  return record(ports, scope, "admin", head, async ({ tx, at }) => {
    if (await findAccountBySignInName(tx, row.signInName))
      return failed(problem("already-exists", {}, "signInName"));
    const member = {
      id: ports.newId(),
      hospitalId: scope.hospitalId,
      accountId: row.id,
      role,
      createdAt: at,
    };
    await insertAccount(tx, row, member);
    return done({ id: row.id });
  });
}

/** A hash of nothing anybody knows: a wrong name costs as much time as a wrong password. */
let decoy: Promise<string> | null = null;

/**
 * サインイン: opens a session of `seconds`. The token goes into the cookie, its hash into the database.
 * @param hashOf the hash under which the session is kept
 */
export async function signIn(
  ports: Ports,
  input: {
    signInName: string;
    password: string;
    seconds: number;
    hashOf: (token: string) => string;
    /** Where the browser is, for the audit log. */
    address?: string;
  },
): Promise<Result<{ token: string }>> {
  const found = await findAccountBySignInName(ports.db, input.signInName.toLowerCase());
  decoy ??= hash(ports.newToken());
  const stored = found ? found.account.passwordHash : await decoy;
  const isRight = input.password.length <= MAX_PASSWORD * 4 && (await verify(stored, input.password));
  if (!found || !isRight || found.account.disabledAt !== null) return failed(problem("sign-in-failed"));
  return openSession(ports, {
    ...input,
    scope: {
      groupId: found.account.groupId,
      hospitalId: found.hospitalId,
      accountId: found.account.id,
      role: found.role,
      via: "web",
      ...(input.address === undefined ? {} : { address: input.address }),
    },
  });
}

/** Opens a session for a known account: after sign-in, after setup, into the demo. */
export async function openSession(
  ports: Ports,
  input: { scope: Scope; seconds: number; hashOf: (token: string) => string },
): Promise<Result<{ token: string }>> {
  const { scope } = input;
  if (scope.accountId === null) return failed(problem("sign-in-failed"));
  const accountId = scope.accountId;
  const token = ports.newToken();
  const head = { verb: "sign-in", noun: "session", recordId: accountId, change: {} };
  return record(ports, scope, "viewer", head, async ({ tx, at }) => {
    await deleteExpiredSessions(tx, at);
    const expiresAt = new Date(Date.parse(at) + input.seconds * 1000).toISOString();
    await insertSession(tx, {
      tokenHash: input.hashOf(token),
      hospitalId: scope.hospitalId,
      accountId,
      createdAt: at,
      expiresAt,
    });
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
