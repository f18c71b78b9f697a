import { wordingsOfHospital } from "#db/queries/contract-clauses.server";
import { revisionsOfContracts } from "#db/queries/contract-terms.server";
import { findRecord } from "#db/queries/registers.server";
import {
  insertUpdateEntries,
  type KeptUpdateEntry,
  raiseServerVersion,
  updateEntries,
} from "#db/queries/update-bearers.server";
import { clausesOn, correctedRevision } from "~/domain/contract-clause";
import type { RawForm } from "~/domain/contract-form";
import { BEGINNING, dayShown, type TermsRevision, termsOn } from "~/domain/contract-terms";
import {
  byThing,
  entryHistory,
  entryOn,
  entryShown,
  faultOfChange,
  isStandingEntry,
  isUnknownBeginning,
} from "~/domain/dated-entry";
import { type Day, dayInTokyo } from "~/domain/day";
import { parseEntryReason, parseFromDay, parseSinceDay } from "~/domain/entry-form";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { parseUpdates, type UpdateEntry, type UpdateFields, valuesOfUpdates } from "~/domain/update-bearer";
import type { Ports } from "./ports.server";
import { changeOf, type Entry, record } from "./record.server";

const ALWAYS = Number.MAX_SAFE_INTEGER;

/**
 * 更新の担当の記録: what holds today of one server (or will), every entry about it, and every clause that a contract
 * which ever covered its system was quoted with. Problems: not-found.
 */
export async function showServerUpdates(ports: Ports, scope: Scope, input: { serverId: string }) {
  const found = await openServer(ports, scope, input.serverId);
  if (!found.ok) return found;
  const { entries, ...server } = found.value;
  const shown = entryShown(entries, dayInTokyo(ports.now()));
  const clauses = await clausesOf(ports.db, scope, server.systemId);
  return done({ ...server, shown, entries: entryHistory(entries), clauses: clauses.offered });
}

type Asked = { serverId: string; version: number; raw: RawForm };

/**
 * 変わったことを記録する: who bears the updates of a server from `effectiveFrom` on, and the clause that says so. A quoted
 * clause stands on that day, in a contract that covers the server's system then.
 * Problems: not-found, record-archived, changed-meanwhile, entry-before-first, clause-other-contract, clause-not-then,
 * those of the fields.
 */
export async function settleServerUpdates(
  ports: Ports,
  scope: Scope,
  input: Asked,
): Promise<Result<{ serverId: string }>> {
  const found = await openServer(ports, scope, input.serverId);
  if (!found.ok) return found;
  const { entries, systemId, isArchived } = found.value;
  if (isArchived) return failed(problem("record-archived"));
  const [parsed, day] = [parseUpdates(input.raw), parseFromDay(input.raw)];
  if (!parsed.ok || !day.ok) return failed(...problemsOf(parsed), ...problemsOf(day));
  const fault = faultOfChange(entries, day.value);
  const before = entryOn(entries, day.value, ALWAYS);
  if (fault !== null || before === null) return failed(fault ?? problem("not-found"));
  const change = changeOf(valuesOfUpdates(before), valuesOfUpdates(parsed.value));
  if (Object.keys(change).length === 0) return done({ serverId: input.serverId });
  const times = { origin: "change", supersedes: null, reason: "", effectiveFrom: day.value } as const;
  const told = { ...change, ...changeOf({}, { effectiveFrom: day.value }) };
  const kept = { fields: parsed.value, was: before, ...times };
  const head = { verb: "settle-updates", noun: "server", recordId: input.serverId, change: told };
  return keep(ports, scope, head, { ...input, systemId, kept });
}

/**
 * 書き誤りを訂正する: what the form says counts in the place of one entry, which stays readable. Problems: those of
 * `settleServerUpdates`, revision-superseded, correction-reason-empty.
 */
export async function correctServerUpdates(
  ports: Ports,
  scope: Scope,
  input: Asked & { entryId: string },
): Promise<Result<{ serverId: string }>> {
  const found = await openServer(ports, scope, input.serverId);
  if (!found.ok) return found;
  const { entries, systemId } = found.value;
  const wrong = entries.find((each) => each.id === input.entryId);
  if (!wrong) return failed(problem("not-found"));
  if (!isStandingEntry(entries, wrong.id)) return failed(problem("revision-superseded"));
  const [parsed, reason] = [parseUpdates(input.raw), parseEntryReason(input.raw)];
  const day = wrong.origin === "first" ? parseSinceDay(input.raw) : parseFromDay(input.raw);
  if (!parsed.ok || !reason.ok || !day.ok)
    return failed(...problemsOf(parsed), ...problemsOf(day), ...problemsOf(reason));
  const were = { ...valuesOfUpdates(wrong), effectiveFrom: wrong.effectiveFrom };
  const change = changeOf(were, { ...valuesOfUpdates(parsed.value), effectiveFrom: day.value });
  if (Object.keys(change).length === 0) return done({ serverId: input.serverId });
  const told = { ...change, ...changeOf({}, { reason: reason.value }) };
  const times = {
    ...{ origin: wrong.origin, supersedes: wrong.id, reason: reason.value, effectiveFrom: day.value },
  };
  const kept = { fields: parsed.value, was: wrong, ...times };
  const head = { verb: "correct-entry", noun: "server", recordId: input.serverId, change: told };
  return keep(ports, scope, head, { ...input, systemId, kept });
}

type NewEntry = Pick<UpdateEntry, "origin" | "supersedes" | "reason" | "effectiveFrom"> & {
  fields: UpdateFields;
  /** What stood there before: its clause needs no further proof while the day is the same. */
  was: UpdateEntry;
};

/** One entry of a server somebody looked at, in a transaction of its own. */
function keep(
  ports: Ports,
  scope: Scope,
  head: Parameters<typeof record>[3],
  given: { serverId: string; version: number; systemId: string; kept: NewEntry },
): Promise<Result<{ serverId: string }>> {
  const { serverId, version, systemId, kept } = given;
  const { fields, was, ...times } = kept;
  return record(ports, scope, "contract:write", head, async ({ tx, seq, at }) => {
    const isSame = fields.clauseKey === was.clauseKey && times.effectiveFrom === was.effectiveFrom;
    const day = isUnknownBeginning(times.effectiveFrom) ? dayInTokyo(ports.now()) : times.effectiveFrom;
    const fault =
      fields.clauseKey === null || isSame
        ? null
        : await faultOfClause(tx, scope, { systemId, key: fields.clauseKey, day });
    if (fault !== null) return failed(fault);
    const own = { id: ports.newId(), serverId, recordedSeq: seq, recordedAt: at };
    await insertUpdateEntries(tx, scope, [{ ...own, ...times, ...fields }]);
    const isSaved = await raiseServerVersion(tx, scope, { id: serverId, version });
    return isSaved ? done({ serverId }) : failed(problem("changed-meanwhile"));
  });
}

/**
 * The first entry of servers that are registered in this transaction.
 * @param given.effectiveFrom left out: nobody knows since when
 */
export function keepFirstUpdates(
  ports: Ports,
  scope: Scope,
  { tx, seq, at }: Entry,
  given: readonly { serverId: string; fields: UpdateFields; effectiveFrom?: Day }[],
): Promise<void> {
  const entries = given.map(({ serverId, fields, effectiveFrom = BEGINNING }) => ({
    ...{ id: ports.newId(), serverId, recordedSeq: seq, recordedAt: at, ...fields },
    ...{ origin: "first" as const, supersedes: null, reason: "", effectiveFrom },
  }));
  return insertUpdateEntries(tx, scope, entries);
}

async function openServer(ports: Ports, scope: Scope, serverId: string) {
  const found = await findRecord(ports.db, scope, "server", serverId);
  if (!found) return failed(problem("not-found"));
  const entries: KeptUpdateEntry[] = await updateEntries(ports.db, scope, { serverId });
  const { id, version, archivedAt, values } = found;
  return done({
    ...{ id, version, isArchived: archivedAt !== null, entries },
    name: String(values.name),
    systemId: String(values.systemId),
  });
}

/** Clauses of contracts that ever covered the system, each in the last wording that counts. Two queries. */
async function clausesOf(db: Entry["tx"] | Ports["db"], scope: Scope, systemId: string) {
  const [wordings, revisions] = [
    await wordingsOfHospital(db, scope),
    await revisionsOfContracts(db, scope, null),
  ];
  const terms = byThing(revisions, (each) => each.contractId);
  const covers = (each: TermsRevision) => each.systemIds.includes(systemId);
  const own = wordings.filter((each) => terms.get(each.contractId)?.some(covers));
  const keys = new Map(own.map((each) => [each.key, each]));
  return { offered: [...keys.values()], wordings, terms };
}

/** Whether a quoted clause may prove who bears the updates from `day` on. */
async function faultOfClause(
  tx: Entry["tx"],
  scope: Scope,
  asked: { systemId: string; key: string; day: Day },
): Promise<Problem | null> {
  const { systemId, key, day } = asked;
  const { offered, wordings, terms } = await clausesOf(tx, scope, systemId);
  const clause = offered.find((each) => each.key === key);
  if (clause === undefined) return problem("clause-other-contract", {}, "clauseKey");
  const own = terms.get(clause.contractId) ?? [];
  const shown = dayShown(own, day, ALWAYS);
  const isCovered = termsOn(own, day, ALWAYS)?.revision.systemIds.includes(systemId);
  const stands = clausesOn(
    wordings.filter((each) => each.key === key),
    own,
    shown,
    ALWAYS,
  );
  if (isCovered && stands.length > 0) return null;
  const from = correctedRevision(own, clause.revisionId, ALWAYS)?.effectiveFrom ?? "";
  return problem("clause-not-then", { day, number: clause.number, from }, "clauseKey");
}

function problemsOf(result: Result<unknown>): Problem[] {
  return result.ok ? [] : result.problems;
}
