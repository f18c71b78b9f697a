import { revisionsOfTerms } from "#db/queries/contract-terms.server";
import { findContract } from "#db/queries/contracts.server";
import {
  insertSubcontractorEntry,
  subcontractorEntries,
  subcontractorsToTurn,
} from "#db/queries/subcontractor-entries.server";
import {
  findSubcontractor,
  insertSubcontractor,
  showSubcontractorEntry,
  subcontractorsOf,
} from "#db/queries/subcontractors.server";
import type { RawForm } from "~/domain/contract-form";
import { termsOn } from "~/domain/contract-terms";
import {
  type EntryOrigin,
  entryHistory,
  entryOn,
  entryShown,
  faultOfChange,
  faultOfEnd,
  isStandingEntry,
} from "~/domain/dated-entry";
import { type Day, dayInTokyo } from "~/domain/day";
import { parseEntryReason, parseFromDay } from "~/domain/entry-form";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { concernsOf, MAX_LEVELS, placeInTree } from "~/domain/subcontractor";
import {
  faultOfEntries,
  firstDayOfUse,
  type SubcontractorEntry,
  subcontractorsOn,
  workingBelow,
} from "~/domain/subcontractor-entry";
import { parseSubcontractor, type SubcontractorFields } from "~/domain/subcontractor-form";
import type { Ports } from "./ports.server";
import { changeOf, type Entry, record, recordWithoutAccount } from "./record.server";
import { type AskedDates, readDates } from "./two-dates.server";

const ALWAYS = Number.MAX_SAFE_INTEGER;

/**
 * 再委託先: the tree of one contract as of DAY, known on KNOWN, with what a person should look at and the contract's
 * own rule on that day. Problems: not-found, field-not-a-day.
 */
export async function showSubcontractors(
  ports: Ports,
  scope: Scope,
  input: { contractId: string } & Partial<AskedDates>,
) {
  const dates = await readDates(ports, scope, { day: input.day ?? "", knownOn: input.knownOn ?? "" });
  if (!dates.ok) return dates;
  const contract = await findContract(ports.db, scope, input.contractId);
  if (!contract) return failed(problem("not-found"));
  const { day, knownSeq, isPast } = dates.value;
  const [revisions, entries, rows] = [
    await revisionsOfTerms(ports.db, scope, contract.id),
    await subcontractorEntries(ports.db, scope, { contractId: contract.id }),
    await subcontractorsOf(ports.db, scope, contract.id),
  ];
  const model = termsOn(revisions, day, knownSeq)?.revision.subcontracting ?? "unclear";
  // Today's list also holds who begins later: there is nowhere else to see them.
  const coming = isPast ? [] : comingAfter(entries, day);
  const placed = placeInTree([...subcontractorsOn(entries, day, knownSeq), ...coming]).map((each) => ({
    ...each,
    concerns: each.member.use === "in-use" ? concernsOf(each.member, model, day) : [],
  }));
  const putAway = isPast ? [] : rows.filter((each) => each.archivedAt !== null);
  return done({ contract, model, dates: dates.value, placed, putAway });
}

/** Subcontractors whose first entry begins after `day`, as they will be. */
function comingAfter<E extends SubcontractorEntry>(entries: readonly E[], day: Day) {
  const there = new Set(
    entries.filter((each) => each.effectiveFrom <= day).map((each) => each.subcontractorId),
  );
  const later = entries.filter((each) => !there.has(each.subcontractorId));
  const first = [...new Set(later.map((each) => each.effectiveFrom))].sort();
  const found = first.flatMap((from) => subcontractorsOn(later, from, ALWAYS));
  const seen = new Set<string>();
  return found
    .filter((each) => !seen.has(each.id) && seen.add(each.id))
    .map((each) => ({ ...each, use: "not-yet" as const }));
}

/** One subcontractor for its form, with every entry about it. */
export async function showSubcontractor(ports: Ports, scope: Scope, input: { subcontractorId: string }) {
  const found = await findSubcontractor(ports.db, scope, input.subcontractorId);
  if (!found) return failed(problem("not-found"));
  const all = await subcontractorEntries(ports.db, scope, { contractId: found.contractId });
  const entries = all.filter((each) => each.subcontractorId === found.id);
  return done({ ...found, history: entryHistory(entries) });
}

type Kept = Result<{ id: string; contractId: string }>;

/** 再委託先を加える, from its first day of use on. Problems: not-found, subcontractor-too-deep, those of the fields. */
export async function addSubcontractor(
  ports: Ports,
  scope: Scope,
  input: { contractId: string; raw: RawForm },
): Promise<Kept> {
  const contract = await findContract(ports.db, scope, input.contractId);
  if (!contract) return failed(problem("not-found"));
  if (contract.archivedAt !== null) return failed(problem("record-archived"));
  const parsed = parseSubcontractor(input.raw);
  if (!parsed.ok) return parsed;
  const fields = parsed.value;
  const id = ports.newId();
  const { contractId } = input;
  const head = { verb: "register", noun: "subcontractor", recordId: id, change: changeOf({}, fields) };
  return record(ports, scope, "contract:write", head, async (entry) => {
    await insertSubcontractor(entry.tx, scope, { id, contractId, createdAt: entry.at, fields });
    const first = { origin: "first", supersedes: null, reason: "" } as const;
    const times = { ...first, effectiveFrom: firstDayOfUse(fields), version: null };
    return keepEntry(ports, scope, entry, { subcontractorId: id, contractId, fields, ...times });
  });
}

/**
 * 変わったことを記録する: what the form says holds from `effectiveFrom` on; later entries stay as they are.
 * Problems: not-found, changed-meanwhile, entry-before-first, entry-after-end, subcontractor-cycle,
 * subcontractor-too-deep, those of the fields.
 */
export async function reviseSubcontractor(
  ports: Ports,
  scope: Scope,
  input: { subcontractorId: string; version: number; raw: RawForm },
): Promise<Kept> {
  const found = await openSubcontractor(ports, scope, input.subcontractorId);
  if (!found.ok) return found;
  const { id, contractId, entries } = found.value;
  const [parsed, day] = [parseSubcontractor(input.raw), parseFromDay(input.raw)];
  if (!parsed.ok || !day.ok) return failed(...problemsOf(parsed), ...problemsOf(day));
  const fault = faultOfChange(entries, day.value);
  if (fault !== null) return failed(fault);
  const before = entryOn(entries, day.value, ALWAYS);
  const change = changeOf(before ? fieldsOf(before) : {}, parsed.value);
  if (Object.keys(change).length === 0) return done({ id, contractId });
  const times = { origin: "change", supersedes: null, reason: "", effectiveFrom: day.value } as const;
  const told = { ...change, ...changeOf({}, { effectiveFrom: day.value }) };
  const head = { verb: "revise", noun: "subcontractor", recordId: id, change: told };
  const kept = { subcontractorId: id, contractId, fields: parsed.value, version: input.version, ...times };
  return record(ports, scope, "contract:write", head, (entry) => keepEntry(ports, scope, entry, kept));
}

/**
 * 書き誤りを訂正する: what the form says counts in the place of one entry; that entry stays readable. The first entry
 * holds from the first day of use, any other from `effectiveFrom`.
 * Problems: those of `reviseSubcontractor`, revision-superseded, correction-reason-empty.
 */
export async function correctSubcontractor(
  ports: Ports,
  scope: Scope,
  input: { subcontractorId: string; version: number; entryId: string; raw: RawForm },
): Promise<Kept> {
  const found = await openSubcontractor(ports, scope, input.subcontractorId);
  if (!found.ok) return found;
  const { id, contractId, entries } = found.value;
  const wrong = entries.find((each) => each.id === input.entryId);
  if (!wrong) return failed(problem("not-found"));
  if (wrong.origin === "end" || !isStandingEntry(entries, wrong.id))
    return failed(problem("revision-superseded"));
  const [parsed, reason] = [parseSubcontractor(input.raw), parseEntryReason(input.raw)];
  const isFirst = wrong.origin === "first";
  const day = isFirst ? done(parsed.ok ? firstDayOfUse(parsed.value) : "") : parseFromDay(input.raw);
  if (!parsed.ok || !reason.ok || !day.ok)
    return failed(...problemsOf(parsed), ...problemsOf(day), ...problemsOf(reason));
  const were = { ...fieldsOf(wrong), effectiveFrom: wrong.effectiveFrom };
  const change = changeOf(were, { ...parsed.value, effectiveFrom: day.value });
  if (Object.keys(change).length === 0) return done({ id, contractId });
  const told = { ...change, ...changeOf({}, { reason: reason.value }) };
  const head = { verb: "correct-entry", noun: "subcontractor", recordId: id, change: told };
  const times = {
    origin: wrong.origin,
    supersedes: wrong.id,
    reason: reason.value,
    effectiveFrom: day.value,
  };
  const kept = { subcontractorId: id, contractId, fields: parsed.value, version: input.version, ...times };
  return record(ports, scope, "contract:write", head, (entry) => keepEntry(ports, scope, entry, kept));
}

/**
 * 使わなくなったことを記録する, from `effectiveFrom` on: one below which others still work stays.
 * Problems: not-found, record-archived, changed-meanwhile, subcontractor-has-children, entry-later-stands.
 */
export async function endSubcontractor(
  ports: Ports,
  scope: Scope,
  input: { subcontractorId: string; version: number; raw: RawForm },
): Promise<Kept> {
  const found = await openSubcontractor(ports, scope, input.subcontractorId);
  if (!found.ok) return found;
  const { id, contractId, entries, all } = found.value;
  const day = parseFromDay(input.raw);
  if (!day.ok) return day;
  const held = entryOn(entries, day.value, ALWAYS);
  const fault = faultOfEnd(entries, day.value);
  if (fault !== null || held === null) return failed(fault ?? problem("not-found"));
  const below = workingBelow(all, id, day.value);
  if (below.length > 0) return failed(problem("subcontractor-has-children", { count: below.length }));
  const change = changeOf({}, { effectiveFrom: day.value });
  const head = { verb: "archive", noun: "subcontractor", recordId: id, change };
  const times = { origin: "end", supersedes: null, reason: "", effectiveFrom: day.value } as const;
  const kept = { subcontractorId: id, contractId, fields: fieldsOf(held), version: input.version, ...times };
  return record(ports, scope, "contract:write", head, (entry) => keepEntry(ports, scope, entry, kept));
}

/**
 * 終わりの記録を訂正する: the end was recorded by mistake; what held before goes on. Both stay visible.
 * Problems: not-found, changed-meanwhile, correction-reason-empty, entry-not-ended.
 */
export async function reopenSubcontractor(
  ports: Ports,
  scope: Scope,
  input: { subcontractorId: string; version: number; raw: RawForm },
): Promise<Kept> {
  const found = await findWithEntries(ports, scope, input.subcontractorId);
  if (!found) return failed(problem("not-found"));
  const { id, contractId, entries } = found;
  const reason = parseEntryReason(input.raw);
  if (!reason.ok) return reason;
  const end = entries.find((each) => each.origin === "end" && isStandingEntry(entries, each.id));
  if (!end) return failed(problem("entry-not-ended"));
  const change = changeOf({}, { reason: reason.value });
  const head = { verb: "restore", noun: "subcontractor", recordId: id, change };
  const { effectiveFrom } = end;
  const times = { origin: "change", supersedes: end.id, reason: reason.value, effectiveFrom } as const;
  const kept = { subcontractorId: id, contractId, fields: fieldsOf(end), version: input.version, ...times };
  return record(ports, scope, "contract:write", head, (entry) => keepEntry(ports, scope, entry, kept));
}

/** 変わる日が来た: lets rows show the entries that began since, for one hospital. @returns how many show others now */
export async function turnSubcontractors(
  ports: Ports,
  owner: Pick<Scope, "groupId" | "hospitalId">,
  day: Day,
): Promise<number> {
  let count = 0;
  for (const { id, contractId } of await subcontractorsToTurn(ports.db, owner, day)) {
    const head = { verb: "entry-begins", noun: "subcontractor", recordId: id, change: {} };
    const turned = await recordWithoutAccount(ports, owner, "scheduler", head, async (entry) => {
      const scope = { ...owner, accountId: null, role: "viewer", via: "scheduler" } as const;
      const isShown = await showNow(ports, scope, entry, { subcontractorId: id, contractId, version: null });
      return isShown ? done(null) : failed(problem("not-found"));
    });
    if (turned.ok) count += 1;
  }
  return count;
}

type NewEntry = {
  subcontractorId: string;
  contractId: string;
  /** The version that was shown; null when nobody else can have saved it. */
  version: number | null;
  origin: EntryOrigin;
  effectiveFrom: Day;
  supersedes: string | null;
  reason: string;
  fields: SubcontractorFields;
};

/** One more entry; the row repeats the entry of today afterwards. */
async function keepEntry(ports: Ports, scope: Scope, { tx, seq, at }: Entry, kept: NewEntry): Promise<Kept> {
  const { subcontractorId, contractId, fields, version, ...times } = kept;
  const added = { ...fields, ...times, id: ports.newId(), subcontractorId, recordedSeq: seq };
  const before = await subcontractorEntries(tx, scope, { contractId });
  const problems = faultsOfPlace([...before, added], added, dayInTokyo(ports.now()));
  if (problems.length > 0) return failed(...problems);
  await insertSubcontractorEntry(tx, scope, { ...added, recordedAt: at });
  const isSaved = await showNow(ports, scope, { tx, seq, at }, { subcontractorId, contractId, version });
  return isSaved ? done({ id: subcontractorId, contractId }) : failed(problem("changed-meanwhile"));
}

async function showNow(
  ports: Ports,
  scope: Scope,
  { tx, at }: Entry,
  of: { subcontractorId: string; contractId: string; version: number | null },
): Promise<boolean> {
  const all = await subcontractorEntries(tx, scope, { contractId: of.contractId });
  const own = all.filter((each) => each.subcontractorId === of.subcontractorId);
  const entry = entryShown(own, dayInTokyo(ports.now()));
  if (entry === null) return false;
  const archivedAt = entry.origin === "end" ? at : null;
  return showSubcontractorEntry(tx, scope, { entry, version: of.version, archivedAt });
}

/** The one it works for is a company of the same contract, in use, and the chain stays a tree of five levels. */
function faultsOfPlace(
  entries: readonly SubcontractorEntry[],
  added: SubcontractorEntry,
  today: Day,
): Problem[] {
  if (added.origin === "end") return [];
  const day = added.effectiveFrom > today ? added.effectiveFrom : today;
  const members = subcontractorsOn(entries, day, ALWAYS);
  if (added.parentId !== null && !members.some((each) => each.id === added.parentId))
    return [problem("field-unknown-reference", {}, "parentId")];
  const fault = faultOfEntries(entries, added.subcontractorId);
  if (fault === "cycle") return [problem("subcontractor-cycle", {}, "parentId")];
  return fault === "too-deep" ? [problem("subcontractor-too-deep", { max: MAX_LEVELS }, "parentId")] : [];
}

async function findWithEntries(ports: Ports, scope: Scope, subcontractorId: string) {
  const found = await findSubcontractor(ports.db, scope, subcontractorId);
  if (!found) return null;
  const { id, contractId, archivedAt } = found;
  const all = await subcontractorEntries(ports.db, scope, { contractId });
  return { id, contractId, archivedAt, all, entries: all.filter((each) => each.subcontractorId === id) };
}

async function openSubcontractor(ports: Ports, scope: Scope, subcontractorId: string) {
  const found = await findWithEntries(ports, scope, subcontractorId);
  if (!found) return failed(problem("not-found"));
  return found.archivedAt === null ? done(found) : failed(problem("record-archived"));
}

function problemsOf(result: Result<unknown>): Problem[] {
  return result.ok ? [] : result.problems;
}

function fieldsOf(row: SubcontractorFields): SubcontractorFields {
  const { parentId, name, address, work, dataContact, dataKinds, country, certificates } = row;
  const { approvedOn, sameDuty, usedFrom, usedTo, note } = row;
  const what = { parentId, name, address, work, dataContact, dataKinds, country, certificates };
  return { ...what, approvedOn, sameDuty, usedFrom, usedTo, note };
}
