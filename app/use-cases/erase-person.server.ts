import { listPeople } from "#db/queries/people.server";
import {
  accountToErase,
  archivedContacts,
  contactToErase,
  countOldMails,
  eraseAccountRow,
  eraseContactRow,
  eraseOldMailTexts,
  type KeptRule,
  retentionRules,
  saveRule,
} from "#db/queries/personal-data.server";
import { type Day, dayInTokyo } from "~/domain/day";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import {
  ERASED_NAME,
  MAX_RETENTION_YEARS,
  type RetentionKind,
  retentionCutoff,
  retentionKinds,
} from "~/domain/retention";
import { may } from "~/domain/rights";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { type Change, record } from "./record.server";

const MAX_REASON = 500;

/** Why data is erased: the hospital's rule, once its time is over, or a reason that a person writes down. */
function basisOf(
  rule: KeptRule | undefined,
  endedOn: Day | null,
  today: Day,
  reason: string,
): Result<string> {
  const isOver = rule !== undefined && endedOn !== null && endedOn <= retentionCutoff(today, rule.years);
  if (reason.length > MAX_REASON) return failed(problem("field-too-long", { max: MAX_REASON }, "reason"));
  if (reason !== "") return done(reason);
  return isOver ? done(rule.basis) : failed(problem("retention-not-over", {}, "reason"));
}

const erased = (basis: string): Change => ({ basis: [null, basis] });

/**
 * 個人情報: what can be erased, and the rules it follows. Frozen records name people by their rows only, so that
 * erasing a row erases the name everywhere; the audit log keeps hashes whose salt goes with it.
 * @returns Problems: forbidden
 */
export async function showPersonalData(ports: Ports, scope: Scope) {
  if (!may(scope, "person:write")) return failed(problem("forbidden", { needed: "person:write" }));
  const today = dayInTokyo(ports.now());
  const [contacts, people, kept] = await Promise.all([
    archivedContacts(ports.db, scope),
    listPeople(ports.db, scope),
    retentionRules(ports.db, scope),
  ]);
  const rules = retentionKinds.map(
    (kind) => kept.find((rule) => rule.kind === kind) ?? { kind, years: 0, basis: "", version: 0 },
  );
  const years = (kind: RetentionKind) => kept.find((rule) => rule.kind === kind)?.years;
  const contactYears = years("contact");
  const mailYears = years("mail");
  const cutoff = contactYears === undefined ? null : retentionCutoff(today, contactYears);
  const mailCutoff = mailYears === undefined ? null : retentionCutoff(today, mailYears);
  return done({
    rules,
    contacts: contacts.map((each) => ({
      ...each,
      isOver: cutoff !== null && dayInTokyo(each.archivedAt) <= cutoff,
    })),
    people: people
      .filter((each) => each.id !== scope.accountId && each.role !== "admin" && each.name !== ERASED_NAME)
      .map(({ id, name, department }) => ({ id, name, department })),
    oldMails: mailCutoff === null ? null : await countOldMails(ports.db, scope, mailCutoff),
  });
}

/**
 * 保存期間を決める.
 * @param input.version version the page showed, 0 = no rule yet
 * @returns Problems: field-not-an-option (kind), field-not-a-number (years), field-required (basis), changed-meanwhile
 */
export async function saveRetention(
  ports: Ports,
  scope: Scope,
  input: { kind: string; years: string; basis: string; version: number },
): Promise<Result<null>> {
  const kind = retentionKinds.find((each) => each === input.kind);
  if (!kind) return failed(problem("field-not-an-option", { value: input.kind }, "kind"));
  const years = Number(input.years.normalize("NFKC").trim());
  const basis = input.basis.trim();
  const problems: Problem[] = [];
  if (!Number.isInteger(years) || years < 1 || years > MAX_RETENTION_YEARS)
    problems.push(problem("field-not-a-number", { min: 1, max: MAX_RETENTION_YEARS }, "years"));
  if (basis === "") problems.push(problem("field-required", {}, "basis"));
  if (basis.length > MAX_REASON) problems.push(problem("field-too-long", { max: MAX_REASON }, "basis"));
  if (problems.length > 0) return failed(...problems);
  const head = {
    verb: "set-retention",
    noun: "hospital",
    recordId: scope.hospitalId,
    change: { [kind]: [null, `${years} ${basis}`] } satisfies Change,
  };
  return record(ports, scope, "setting:write", head, async ({ tx }) => {
    const rule = { id: ports.newId(), kind, years, basis, version: input.version };
    return (await saveRule(tx, scope, rule)) ? done(null) : failed(problem("changed-meanwhile"));
  });
}

/**
 * 連絡先の個人情報を消す: name, department, telephone, mail, notes and the salt of their hashes. The contact must be in
 * the archive. Cannot be undone; backups still hold it until they are dropped.
 * @returns Problems: not-found, person-still-in, person-erased, retention-not-over (reason), field-too-long
 */
export async function eraseContact(
  ports: Ports,
  scope: Scope,
  input: { contactId: string; reason: string },
): Promise<Result<null>> {
  const [found, rules] = await Promise.all([
    contactToErase(ports.db, scope, input.contactId),
    retentionRules(ports.db, scope),
  ]);
  if (!may(scope, "person:write")) return failed(problem("forbidden", { needed: "person:write" }));
  if (!found) return failed(problem("not-found"));
  if (found.name === ERASED_NAME) return failed(problem("person-erased"));
  if (found.archivedAt === null) return failed(problem("person-still-in"));
  const rule = rules.find((each) => each.kind === "contact");
  const endedOn = dayInTokyo(found.archivedAt);
  const basis = basisOf(rule, endedOn, dayInTokyo(ports.now()), input.reason.trim());
  if (!basis.ok) return basis;
  const head = {
    verb: "erase",
    noun: "vendorContact",
    recordId: input.contactId,
    change: erased(basis.value),
  };
  return record(ports, scope, "person:write", head, async ({ tx }) => {
    await eraseContactRow(tx, scope, input.contactId);
    return done(null);
  });
}

/**
 * 利用者の個人情報を消す: ends every way in and erases name, department and sign-in name. Not oneself, not an
 * administrator, nobody who works in another hospital of the group.
 * @returns Problems: not-found, person-still-in, person-erased, retention-not-over (reason), field-too-long
 */
export async function eraseAccount(
  ports: Ports,
  scope: Scope,
  input: { accountId: string; reason: string },
): Promise<Result<null>> {
  if (!may(scope, "person:write")) return failed(problem("forbidden", { needed: "person:write" }));
  const found = await accountToErase(ports.db, scope, input.accountId);
  if (!found) return failed(problem("not-found"));
  if (found.some((each) => each.signInName.startsWith("erased-"))) return failed(problem("person-erased"));
  const isNeeded = found.some((each) => each.role === "admin" || each.hospitalId !== scope.hospitalId);
  if (isNeeded || input.accountId === scope.accountId) return failed(problem("person-still-in"));
  const basis = basisOf(undefined, null, dayInTokyo(ports.now()), input.reason.trim());
  if (!basis.ok) return basis;
  const head = { verb: "erase", noun: "account", recordId: input.accountId, change: erased(basis.value) };
  return record(ports, scope, "person:write", head, async ({ tx, at }) => {
    await eraseAccountRow(tx, scope, input.accountId, at);
    return done(null);
  });
}

/**
 * 古いメールの文を消す: subject and text of mails past the hospital's time; that they were sent, when and to whose row
 * stays. @returns how many; Problems: retention-not-over when there is no rule
 */
export async function eraseOldMails(ports: Ports, scope: Scope): Promise<Result<{ erased: number }>> {
  const rule = (await retentionRules(ports.db, scope)).find((each) => each.kind === "mail");
  const basis = rule?.basis ?? "";
  const head = { verb: "erase", noun: "mail", recordId: scope.hospitalId, change: erased(basis) };
  return record(ports, scope, "person:write", head, async ({ tx }) => {
    if (!rule) return failed(problem("retention-not-over"));
    const cutoff = retentionCutoff(dayInTokyo(ports.now()), rule.years);
    return done({ erased: await eraseOldMailTexts(tx, scope, cutoff) });
  });
}
