import { findLink, hospitalsOf, identitiesOf, spendLink } from "#db/queries/memberships.server";
import { deleteSessions, factorsOf, findPerson, sessionsOf, setPassword } from "#db/queries/sign-in.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { MIN_PASSWORD_ALONE, minPassword, normalPassword } from "~/domain/sign-in";
import { hashPassword, isRightPassword, problemsOfPassword } from "./password.server";
import type { Ports } from "./ports.server";
import { record } from "./record.server";
import { hashOfToken } from "./request-links.server";
import { hasFactor } from "./second-factor.server";
import { keepPassword } from "./sign-in.server";

/** サインインと安全: one's own password, factors, sessions, hospitals. @param handle names the session of this browser */
export async function showOwnAccount(ports: Ports, scope: Scope, input: { handle: string }) {
  const accountId = scope.accountId ?? "";
  const now = ports.now();
  const person = await findPerson(ports.db, { accountId }, now);
  const factors = await factorsOf(ports.db, accountId);
  const sessions = await sessionsOf(ports.db, accountId, now);
  return {
    signInName: person?.account.signInName ?? "",
    hasPassword: person?.account.passwordHash !== "",
    passwordChangedAt: person?.account.passwordChangedAt ?? null,
    isWaived: person?.account.factorWaivedAt != null,
    minPassword: minPassword(hasFactor(factors)),
    appSince: factors.seed?.confirmedAt ?? null,
    codesLeft: factors.codesLeft,
    passkeys: factors.passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      createdAt,
      lastUsedAt,
    })),
    identities: (await identitiesOf(ports.db, accountId)).map(({ id, issuer, linkedAt }) => ({
      id,
      issuer,
      linkedAt,
    })),
    sessions: sessions.map((each) => ({ ...each, isThis: each.handle === input.handle })),
    hospitals: await hospitalsOf(ports.db, accountId, now),
  };
}

/**
 * パスワードを変える: the present one is asked; every other session ends.
 * Problems: password-wrong, field-too-short, password-common, password-same
 */
export async function changePassword(
  ports: Ports,
  scope: Scope,
  input: { current: string; password: string; handle: string },
): Promise<Result<null>> {
  const accountId = scope.accountId ?? "";
  const person = await findPerson(ports.db, { accountId }, ports.now());
  if (!person) return failed(problem("not-found"));
  const { passwordHash } = person.account;
  if (passwordHash !== "" && !(await isRightPassword(passwordHash, input.current, ports.newToken)))
    return failed(problem("password-wrong", {}, "current"));
  const isBeside = hasFactor(await factorsOf(ports.db, accountId));
  const kept = await keepPassword(ports, scope, person, input.password, isBeside);
  if (!kept.ok) return kept;
  await deleteSessions(ports.db, accountId, { but: input.handle });
  return done(null);
}

/** 端末のサインアウト: one session by its handle, or every other one. Problems: not-found */
export async function endSessions(
  ports: Ports,
  scope: Scope,
  which: { handle: string } | { but: string },
): Promise<Result<null>> {
  const accountId = scope.accountId ?? "";
  const head = { verb: "end-sessions", noun: "session", recordId: accountId, change: {} };
  return record(ports, scope, "own:write", head, async ({ tx }) => {
    const ended = await deleteSessions(tx, accountId, which);
    return ended > 0 || "but" in which ? done(null) : failed(problem("not-found"));
  });
}

/** Who a link is for, before it is used. Problems: account-link-over */
export async function showLink(ports: Ports, input: { token: string }) {
  const found = await findLink(ports.db, hashOfToken(input.token), ports.now());
  if (!found) return failed(problem("account-link-over"));
  return done({
    purpose: found.link.purpose,
    name: found.account.name,
    signInName: found.account.signInName,
    minPassword: MIN_PASSWORD_ALONE,
  });
}

/**
 * A password behind a link. It opens no session: the sign-in that follows asks for the second factor, or leads
 * through setting one up. Problems: account-link-over, field-too-short, password-common
 */
export async function setPasswordByLink(
  ports: Ports,
  input: { token: string; password: string; address: string },
): Promise<Result<null>> {
  const now = ports.now();
  const found = await findLink(ports.db, hashOfToken(input.token), now);
  const person = found && (await findPerson(ports.db, { accountId: found.account.id }, now));
  const at = person?.hospitals[0];
  if (!found || !person || !at) return failed(problem("account-link-over"));
  const { id: accountId, signInName, groupId } = found.account;
  const problems = await problemsOfPassword(input.password, { least: MIN_PASSWORD_ALONE, signInName });
  if (problems.length > 0) return failed(...problems);
  const passwordHash = await hashPassword(input.password);
  const { address } = input;
  const scope: Scope = { groupId, hospitalId: at.hospitalId, accountId, role: at.role, via: "web", address };
  const head = { verb: "set-password-by-link", noun: "account", recordId: accountId, change: {} };
  return record(ports, scope, "own:write", head, async (entry) => {
    if (!(await spendLink(entry.tx, found.link.id, entry.at))) return failed(problem("account-link-over"));
    await setPassword(entry.tx, scope, accountId, {
      passwordHash,
      isPasswordLong: [...normalPassword(input.password)].length >= MIN_PASSWORD_ALONE,
      mustChangePassword: false,
      passwordChangedAt: entry.at,
    });
    await deleteSessions(entry.tx, accountId, "all");
    return done(null);
  });
}
