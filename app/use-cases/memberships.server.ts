import {
  findInGroup,
  findMembership,
  hospitalsOf,
  identitiesOf,
  insertHospitalOfGroup,
  insertMembership,
  isAdminAnywhere,
  otherAdmins,
  replaceLink,
  setWaived,
  updateMembership,
} from "#db/queries/memberships.server";
import { listPeople } from "#db/queries/people.server";
import {
  accessOf,
  deletePasskeysOf,
  deleteSeed,
  deleteSessions,
  deleteStepsOf,
  factorsOf,
  moveSession,
  replaceRecoveryCodes,
  saveAccess,
} from "#db/queries/sign-in.server";
import { dayInTokyo } from "~/domain/day";
import { isNetwork } from "~/domain/networks";
import { done, failed, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { membershipOf } from "./people.server";
import type { Ports } from "./ports.server";
import { type Change, changeOf, record } from "./record.server";
import { hashOfToken } from "./request-links.server";
import { hasFactor } from "./second-factor.server";
import { mayComeFrom } from "./sign-in.server";

type MembershipState = "active" | "ended" | "disabled" | "expired";

/** 利用者 of this hospital, each with the state of the membership today. */
export async function showPeople(ports: Ports, scope: Scope) {
  const today = dayInTokyo(ports.now());
  const people = await listPeople(ports.db, scope);
  return people.map(({ endedAt, disabledAt, ...person }) => {
    const isPast = person.untilDay !== null && person.untilDay < today;
    const state: MembershipState =
      disabledAt !== null ? "disabled" : endedAt !== null ? "ended" : isPast ? "expired" : "active";
    return { ...person, state };
  });
}

/** One person of this hospital, as an administrator sees him. Problems: not-found */
export async function showPerson(ports: Ports, scope: Scope, input: { accountId: string }) {
  const found = await findMembership(ports.db, scope, input.accountId);
  if (!found) return failed(problem("not-found"));
  const factors = await factorsOf(ports.db, input.accountId);
  const { name, department, signInName, disabledAt, lockedUntil, factorWaivedAt, passwordHash } =
    found.account;
  return done({
    id: found.account.id,
    name,
    department,
    signInName,
    disabledAt,
    lockedUntil,
    isWaived: factorWaivedAt !== null,
    hasPassword: passwordHash !== "",
    role: found.member.role,
    untilDay: found.member.untilDay,
    endedAt: found.member.endedAt,
    version: found.member.version,
    isOneself: found.account.id === scope.accountId,
    isAdminAnywhere: await isAdminAnywhere(ports.db, input.accountId, ports.now()),
    hasFactor: hasFactor(factors),
    hasApp: factors.seed?.confirmedAt !== null && factors.seed !== null,
    passkeys: factors.passkeys.length,
    identities: (await identitiesOf(ports.db, input.accountId)).length,
  });
}

/** 役割と終了日を変える. Nobody changes his own; the last administrator stays one. Ends nothing else. */
export async function changeMembership(
  ports: Ports,
  scope: Scope,
  input: { accountId: string; version: number; role: string; until: string },
): Promise<Result<null>> {
  const next = membershipOf(input, dayInTokyo(ports.now()));
  return onMember(
    ports,
    scope,
    input.accountId,
    "change-membership",
    async (found, entry) => {
      if (!next.ok) return next;
      const { role, until } = next.value;
      const losesAdmin = found.member.role === "admin" && (role !== "admin" || until !== null);
      if (losesAdmin && (await otherAdmins(entry.tx, scope, input.accountId, entry.at)) === 0)
        return failed(problem("last-administrator"));
      const row = { role, untilDay: until, endedAt: null };
      const isSaved = await updateMembership(entry.tx, scope, input.accountId, input.version, row);
      return isSaved ? done(null) : failed(problem("changed-meanwhile"));
    },
    (member) =>
      changeOf(
        { role: member.role, until: member.untilDay },
        { role: input.role, until: input.until || null },
      ),
  );
}

/** 所属を終える: the person comes in no longer, what he recorded keeps his name, his sessions here end. */
export async function endMembership(
  ports: Ports,
  scope: Scope,
  input: { accountId: string; version: number },
): Promise<Result<null>> {
  return onMember(ports, scope, input.accountId, "end-membership", async (found, { tx, at }) => {
    if (found.member.role === "admin" && (await otherAdmins(tx, scope, input.accountId, at)) === 0)
      return failed(problem("last-administrator"));
    if (!(await updateMembership(tx, scope, input.accountId, input.version, { endedAt: at })))
      return failed(problem("changed-meanwhile"));
    await deleteSessions(tx, input.accountId, "all");
    return done(null);
  });
}

/** 二要素認証を免除する・やめる: never of an administrator, whoever asks. Problems: factor-of-administrator */
export async function waiveFactor(
  ports: Ports,
  scope: Scope,
  input: { accountId: string; isWaived: boolean },
): Promise<Result<null>> {
  const verb = input.isWaived ? "waive-factor" : "require-factor";
  return onMember(ports, scope, input.accountId, verb, async (_found, { tx, at }) => {
    if (input.isWaived && (await isAdminAnywhere(tx, input.accountId, at)))
      return failed(problem("factor-of-administrator"));
    await setWaived(tx, input.accountId, input.isWaived ? at : null);
    // why: a session that was opened without a factor must not outlive the exception.
    if (!input.isWaived) await deleteSessions(tx, input.accountId, "all");
    return done(null);
  });
}

/**
 * 二要素認証をやり直させる, when telephone and codes are lost: by another administrator, who saw the person. The next
 * sign-in leads through setting up a new one; it is never skipped.
 */
export async function clearFactors(
  ports: Ports,
  scope: Scope,
  input: { accountId: string },
): Promise<Result<null>> {
  return onMember(ports, scope, input.accountId, "clear-factors", async (_found, { tx }) => {
    await deleteSeed(tx, input.accountId);
    await deletePasskeysOf(tx, input.accountId);
    await replaceRecoveryCodes(tx, input.accountId, []);
    await deleteSessions(tx, input.accountId, "all");
    await deleteStepsOf(tx, input.accountId);
    return done(null);
  });
}

/** Three days: from a Friday to a Monday. */
const LINK_HOURS = 72;

/**
 * 招待・再設定のリンク: shown once. Behind it the person chooses a password; the second factor is asked for as always.
 * @returns the token for the address
 */
export async function makeAccountLink(
  ports: Ports,
  scope: Scope,
  input: { accountId: string },
): Promise<Result<{ token: string; expiresAt: string }>> {
  const token = ports.newToken();
  return onMember(ports, scope, input.accountId, "make-account-link", async (found, { tx, at }) => {
    const expiresAt = new Date(Date.parse(at) + LINK_HOURS * 3_600_000).toISOString();
    await replaceLink(tx, {
      id: ports.newId(),
      groupId: scope.groupId,
      accountId: input.accountId,
      tokenHash: hashOfToken(token),
      purpose: found.account.passwordHash === "" ? "invite" : "reset",
      createdAt: at,
      createdBy: scope.accountId,
      expiresAt,
    });
    return done({ token, expiresAt });
  });
}

/** すべての端末でサインアウトさせる. */
export async function endSessionsOf(
  ports: Ports,
  scope: Scope,
  input: { accountId: string },
): Promise<Result<null>> {
  return onMember(ports, scope, input.accountId, "end-sessions", async (_found, { tx }) => {
    await deleteSessions(tx, input.accountId, "all");
    await deleteStepsOf(tx, input.accountId);
    return done(null);
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof findMembership>>>;
type Entry = Parameters<Parameters<typeof record>[4]>[0];

type MemberVerb =
  | "change-membership"
  | "end-membership"
  | "waive-factor"
  | "require-factor"
  | "clear-factors"
  | "make-account-link"
  | "end-sessions";

/**
 * A change to another person of this hospital; one's own account is on another page. On the machine itself (`cli`) an
 * administrator may help himself: with telephone and codes lost there is nobody else when he is the only one.
 */
async function onMember<T>(
  ports: Ports,
  scope: Scope,
  accountId: string,
  verb: MemberVerb,
  work: (found: Found, entry: Entry) => Promise<Result<T>>,
  changeTo: (member: Found["member"]) => Change = () => ({}),
): Promise<Result<T>> {
  const before = await findMembership(ports.db, scope, accountId);
  const change = before ? changeTo(before.member) : {};
  const head = { verb, noun: "account", recordId: accountId, change };
  return record(ports, scope, "person:write", head, async (entry) => {
    const found = await findMembership(entry.tx, scope, accountId);
    if (!found) return failed(problem("not-found"));
    if (accountId === scope.accountId && scope.via !== "cli") return failed(problem("membership-own"));
    return work(found, entry);
  });
}

/** 同じグループの利用者を加える: somebody who signs in at a sister hospital already. */
export async function joinPerson(
  ports: Ports,
  scope: Scope,
  input: { signInName: string; role: string; until: string },
): Promise<Result<{ id: string }>> {
  const next = membershipOf(input, dayInTokyo(ports.now()));
  const signInName = input.signInName.trim().toLowerCase();
  const person = await findInGroup(ports.db, scope, signInName);
  const head = { verb: "join-person", noun: "account", recordId: person?.id ?? "", change: {} };
  return record(ports, scope, "person:write", head, async ({ tx, at }) => {
    if (!person) return failed(problem("field-unknown-reference", {}, "signInName"));
    if (!next.ok) return next;
    if (await findMembership(tx, scope, person.id))
      return failed(problem("already-exists", {}, "signInName"));
    await insertMembership(tx, {
      id: ports.newId(),
      hospitalId: scope.hospitalId,
      accountId: person.id,
      role: next.value.role,
      untilDay: next.value.until,
      createdAt: at,
    });
    return done({ id: person.id });
  });
}

/** 病院を加える: another hospital of the group; whoever adds it is its first administrator. */
export async function openSisterHospital(
  ports: Ports,
  scope: Scope,
  input: { name: string },
): Promise<Result<{ hospitalId: string }>> {
  const name = input.name.trim();
  const hospitalId = ports.newId();
  const head = { verb: "open-hospital", noun: "hospital", recordId: hospitalId, change: {} };
  const { accountId } = scope;
  return record(ports, scope, "hospital:write", head, async ({ tx, at }) => {
    if (name === "") return failed(problem("field-required", {}, "name"));
    if (name.length > 200) return failed(problem("field-too-long", { max: 200 }, "name"));
    if (accountId === null) return failed(problem("forbidden", { needed: "hospital:write" }));
    await insertHospitalOfGroup(tx, {
      id: hospitalId,
      groupId: scope.groupId,
      name,
      beds: null,
      createdAt: at,
    });
    const member = { id: ports.newId(), hospitalId, accountId, role: "admin", createdAt: at } as const;
    await insertMembership(tx, member);
    return done({ hospitalId });
  });
}

/** 病院を切り替える: this browser goes on there. Problems: not-found, network-outside */
export async function switchHospital(
  ports: Ports,
  scope: Scope,
  input: { hospitalId: string; handle: string },
): Promise<Result<null>> {
  const accountId = scope.accountId ?? "";
  const head = { verb: "switch-hospital", noun: "session", recordId: accountId, change: {} };
  const target = (await hospitalsOf(ports.db, accountId, ports.now())).find(
    (each) => each.id === input.hospitalId,
  );
  if (!target) return failed(problem("not-found"));
  const there: Scope = { ...scope, hospitalId: target.id, role: target.role };
  return record(ports, there, "own:write", head, async ({ tx }) => {
    const access = await accessOf(tx, target.id);
    if (access && !mayComeFrom(access.networks, scope.address ?? ""))
      return failed(problem("network-outside"));
    const isMoved = await moveSession(tx, accountId, input.handle, target.id);
    return isMoved ? done(null) : failed(problem("not-found"));
  });
}

/** The ranges of a hospital's setting; none while nothing is set. */
export function networksOf(row: { networks: string } | null): string[] {
  const list: unknown = row === null ? [] : JSON.parse(row.networks);
  return Array.isArray(list) ? list.map(String) : [];
}

/** サインインできるネットワーク, one a line; an empty text lifts the limit. Vendors' links are not touched. */
export async function saveNetworks(
  ports: Ports,
  scope: Scope,
  input: { networks: string; version: number },
): Promise<Result<null>> {
  const list = [
    ...new Set(
      input.networks
        .normalize("NFKC")
        .split(/[\s,、]+/)
        .filter(Boolean),
    ),
  ];
  const wrong = list.find((each) => !isNetwork(each));
  const networks = JSON.stringify(list);
  const change: Change = { networks: [null, list.length] };
  const head = { verb: "set-networks", noun: "hospital", recordId: scope.hospitalId, change };
  return record(ports, scope, "setting:write", head, async ({ tx }) => {
    if (wrong !== undefined)
      return failed(problem("network-invalid", { value: wrong.slice(0, 50) }, "networks"));
    if (list.length > 100) return failed(problem("field-too-long", { max: 100 }, "networks"));
    if (scope.address !== undefined && !mayComeFrom(networks, scope.address))
      return failed(problem("network-own-outside", { address: scope.address }, "networks"));
    const isSaved = await saveAccess(tx, scope, { id: ports.newId(), networks, version: input.version });
    return isSaved ? done(null) : failed(problem("changed-meanwhile"));
  });
}
