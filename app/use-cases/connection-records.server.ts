import {
  type ConnectionState,
  connectionEntries,
  connectionsToTurn,
  insertConnection,
  insertConnectionEntry,
  showConnectionEntry,
} from "#db/queries/connection-entries.server";
import { findConnection, isConnectionNamed } from "#db/queries/connections.server";
import { nameOfRecord } from "#db/queries/registers.server";
import { type ConnectionFields, parseConnection } from "~/domain/connection-form";
import type { RawForm } from "~/domain/contract-form";
import {
  type EntryOrigin,
  entryOn,
  entryShown,
  faultOfChange,
  faultOfEnd,
  isStandingEntry,
} from "~/domain/dated-entry";
import { type Day, dayInTokyo } from "~/domain/day";
import { parseEntryReason, parseFromDay, parseSinceDay } from "~/domain/entry-form";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { showConnectionProposal } from "./connections.server";
import type { Ports } from "./ports.server";
import { changeOf, type Entry, record, recordWithoutAccount } from "./record.server";

const ALWAYS = Number.MAX_SAFE_INTEGER;

/**
 * 接続を登録する, from `effectiveFrom` on (empty: nobody knows since when). `isConfirmed`: a person looked at every
 * field; what the disclosures said then is kept as its basis.
 * Problems: field-unknown-reference, already-exists, those of the fields.
 */
export async function addConnection(
  ports: Ports,
  scope: Scope,
  input: { raw: RawForm; isConfirmed: boolean },
): Promise<Result<{ id: string }>> {
  const [parsed, day] = [parseConnection(input.raw), parseSinceDay(input.raw)];
  if (!parsed.ok || !day.ok) return failed(...problemsOf(parsed), ...problemsOf(day));
  const id = ports.newId();
  const head = { verb: "register", noun: "connection", recordId: id, change: changeOf({}, parsed.value) };
  const state = await stateOf(ports, scope, parsed.value, input.isConfirmed);
  return record(ports, scope, "register:write", head, async (entry) => {
    await insertConnection(entry.tx, scope, { id, createdAt: entry.at, state });
    const times = { origin: "first", supersedes: null, reason: "", effectiveFrom: day.value } as const;
    return keepEntry(ports, scope, entry, { connectionId: id, version: null, state, ...times });
  });
}

/**
 * 変わったことを記録する: what the form says holds from `effectiveFrom` on. A change takes the confirmation away, unless
 * the person confirms again; confirming what stands counts in the place of the entry that holds today.
 * Problems: not-found, changed-meanwhile, entry-before-first, entry-after-end, those of `addConnection`.
 */
export async function reviseConnection(
  ports: Ports,
  scope: Scope,
  input: { connectionId: string; version: number; raw: RawForm; isConfirmed: boolean },
): Promise<Result<{ id: string }>> {
  const found = await openConnection(ports, scope, input.connectionId);
  if (!found.ok) return found;
  const { id, entries } = found.value;
  const [parsed, day] = [parseConnection(input.raw), parseFromDay(input.raw)];
  if (!parsed.ok || !day.ok) return failed(...problemsOf(parsed), ...problemsOf(day));
  const fault = faultOfChange(entries, day.value);
  const before = entryOn(entries, day.value, ALWAYS);
  if (fault !== null || before === null) return failed(fault ?? problem("not-found"));
  const change = changeOf(fieldsOf(before), parsed.value);
  const isSame = Object.keys(change).length === 0;
  if (isSame && !input.isConfirmed) return done({ id });
  const state = await stateOf(ports, scope, parsed.value, input.isConfirmed);
  const times = isSame
    ? { origin: before.origin, supersedes: before.id, reason: "", effectiveFrom: before.effectiveFrom }
    : { origin: "change" as const, supersedes: null, reason: "", effectiveFrom: day.value };
  const told = {
    ...change,
    ...changeOf({ confirmedOn: before.confirmedOn }, { confirmedOn: state.confirmedOn }),
    ...(isSame ? {} : changeOf({}, { effectiveFrom: day.value })),
  };
  const head = { verb: "revise", noun: "connection", recordId: id, change: told };
  return record(ports, scope, "register:write", head, (entry) =>
    keepEntry(ports, scope, entry, { connectionId: id, version: input.version, state, ...times }),
  );
}

/**
 * 書き誤りを訂正する: what the form says counts in the place of one entry, from `effectiveFrom` on; that entry stays
 * readable. Problems: those of `reviseConnection`, revision-superseded, correction-reason-empty.
 */
export async function correctConnection(
  ports: Ports,
  scope: Scope,
  input: { connectionId: string; version: number; entryId: string; raw: RawForm; isConfirmed: boolean },
): Promise<Result<{ id: string }>> {
  const found = await openConnection(ports, scope, input.connectionId);
  if (!found.ok) return found;
  const { id, entries } = found.value;
  const wrong = entries.find((each) => each.id === input.entryId);
  if (!wrong) return failed(problem("not-found"));
  if (wrong.origin === "end" || !isStandingEntry(entries, wrong.id))
    return failed(problem("revision-superseded"));
  const [parsed, reason] = [parseConnection(input.raw), parseEntryReason(input.raw)];
  const day = wrong.origin === "first" ? parseSinceDay(input.raw) : parseFromDay(input.raw);
  if (!parsed.ok || !reason.ok || !day.ok)
    return failed(...problemsOf(parsed), ...problemsOf(day), ...problemsOf(reason));
  const were = { ...fieldsOf(wrong), effectiveFrom: wrong.effectiveFrom };
  const change = changeOf(were, { ...parsed.value, effectiveFrom: day.value });
  if (Object.keys(change).length === 0 && !input.isConfirmed) return done({ id });
  const state = await stateOf(ports, scope, parsed.value, input.isConfirmed);
  const told = { ...change, ...changeOf({}, { reason: reason.value }) };
  const head = { verb: "correct-entry", noun: "connection", recordId: id, change: told };
  const times = {
    origin: wrong.origin,
    supersedes: wrong.id,
    reason: reason.value,
    effectiveFrom: day.value,
  };
  return record(ports, scope, "register:write", head, (entry) =>
    keepEntry(ports, scope, entry, { connectionId: id, version: input.version, state, ...times }),
  );
}

/** なくなったことを記録する, from `effectiveFrom` on. Problems: not-found, changed-meanwhile, entry-later-stands. */
export async function endConnection(
  ports: Ports,
  scope: Scope,
  input: { connectionId: string; version: number; raw: RawForm },
): Promise<Result<{ id: string }>> {
  const found = await openConnection(ports, scope, input.connectionId);
  if (!found.ok) return found;
  const { id, entries } = found.value;
  const day = parseFromDay(input.raw);
  if (!day.ok) return day;
  const held = entryOn(entries, day.value, ALWAYS);
  const fault = faultOfEnd(entries, day.value);
  if (fault !== null || held === null) return failed(fault ?? problem("not-found"));
  const change = changeOf({}, { effectiveFrom: day.value });
  const head = { verb: "archive", noun: "connection", recordId: id, change };
  const times = { origin: "end", supersedes: null, reason: "", effectiveFrom: day.value } as const;
  return record(ports, scope, "register:write", head, (entry) =>
    keepEntry(ports, scope, entry, { connectionId: id, version: input.version, state: held, ...times }),
  );
}

/**
 * 終わりの記録を訂正する: the end was recorded by mistake; what held before goes on.
 * Problems: not-found, changed-meanwhile, already-exists, correction-reason-empty, entry-not-ended.
 */
export async function reopenConnection(
  ports: Ports,
  scope: Scope,
  input: { connectionId: string; version: number; raw: RawForm },
): Promise<Result<{ id: string }>> {
  const found = await findConnection(ports.db, scope, input.connectionId);
  if (!found) return failed(problem("not-found"));
  const { id } = found;
  const reason = parseEntryReason(input.raw);
  if (!reason.ok) return reason;
  const entries = await connectionEntries(ports.db, scope, { connectionId: id });
  const end = entries.find((each) => each.origin === "end" && isStandingEntry(entries, each.id));
  if (!end) return failed(problem("entry-not-ended"));
  const change = changeOf({}, { reason: reason.value });
  const head = { verb: "restore", noun: "connection", recordId: id, change };
  const { effectiveFrom } = end;
  const times = { origin: "change", supersedes: end.id, reason: reason.value, effectiveFrom } as const;
  return record(ports, scope, "register:write", head, (entry) =>
    keepEntry(ports, scope, entry, { connectionId: id, version: input.version, state: end, ...times }),
  );
}

/** 変わる日が来た: lets rows show the entries that began since, for one hospital. @returns how many show others now */
export async function turnConnections(
  ports: Ports,
  owner: Pick<Scope, "groupId" | "hospitalId">,
  day: Day,
): Promise<number> {
  let count = 0;
  for (const { id } of await connectionsToTurn(ports.db, owner, day)) {
    const head = { verb: "entry-begins", noun: "connection", recordId: id, change: {} };
    const turned = await recordWithoutAccount(ports, owner, "scheduler", head, async (entry) => {
      const scope = { ...owner, accountId: null, role: "viewer", via: "scheduler" } as const;
      return (await showNow(ports, scope, entry, id, null)) ? done(null) : failed(problem("not-found"));
    });
    if (turned.ok) count += 1;
  }
  return count;
}

type NewEntry = {
  connectionId: string;
  /** The version that was shown; null when nobody else can have saved it. */
  version: number | null;
  origin: EntryOrigin;
  effectiveFrom: Day;
  supersedes: string | null;
  reason: string;
  state: ConnectionState;
};

/** One more entry; the row repeats the entry of today afterwards. */
async function keepEntry(
  ports: Ports,
  scope: Scope,
  entry: Entry,
  kept: NewEntry,
): Promise<Result<{ id: string }>> {
  const { connectionId, version, state, ...times } = kept;
  const isGoingOn = times.origin !== "end";
  const problems = isGoingOn ? await faultsOf(entry, scope, fieldsOf(state), connectionId) : [];
  if (problems.length > 0) return failed(...problems);
  const { basis, confirmedOn, confirmedBy } = state;
  const said = { ...fieldsOf(state), basis, confirmedOn, confirmedBy };
  const added = { ...said, ...times, id: ports.newId(), connectionId, recordedSeq: entry.seq };
  await insertConnectionEntry(entry.tx, scope, { ...added, recordedAt: entry.at });
  const isSaved = await showNow(ports, scope, entry, connectionId, version);
  return isSaved ? done({ id: connectionId }) : failed(problem("changed-meanwhile"));
}

async function showNow(
  ports: Ports,
  scope: Scope,
  entry: Entry,
  connectionId: string,
  version: number | null,
) {
  const entries = await connectionEntries(entry.tx, scope, { connectionId });
  const shown = entryShown(entries, dayInTokyo(ports.now()));
  if (shown === null) return false;
  const archivedAt = shown.origin === "end" ? entry.at : null;
  return showConnectionEntry(entry.tx, scope, { entry: shown, version, archivedAt });
}

async function openConnection(ports: Ports, scope: Scope, connectionId: string) {
  const found = await findConnection(ports.db, scope, connectionId);
  if (!found) return failed(problem("not-found"));
  if (found.archivedAt !== null) return failed(problem("record-archived"));
  return done({ id: found.id, entries: await connectionEntries(ports.db, scope, { connectionId }) });
}

function problemsOf(result: Result<unknown>): Problem[] {
  return result.ok ? [] : result.problems;
}

/** What a form says, with who confirmed it today and by which answers. */
async function stateOf(
  ports: Ports,
  scope: Scope,
  fields: ConnectionFields,
  isConfirmed: boolean,
): Promise<ConnectionState> {
  const basis = await basisOf(ports, scope, fields.systemId, isConfirmed);
  const confirmed = isConfirmed
    ? { confirmedOn: dayInTokyo(ports.now()), confirmedBy: scope.accountId }
    : { confirmedOn: null, confirmedBy: null };
  return { ...fields, ...confirmed, basis };
}

async function basisOf(ports: Ports, scope: Scope, systemId: string, isConfirmed: boolean): Promise<string> {
  if (!isConfirmed) return "[]";
  const shown = await showConnectionProposal(ports, scope, { systemId });
  const answers = shown.ok ? (shown.value.proposal?.answers ?? []) : [];
  return JSON.stringify(
    answers.map(({ field, disclosureId, no, question, answer, remark, cell }) => ({
      field,
      disclosureId,
      no,
      question,
      answer,
      remark,
      cell,
    })),
  );
}

async function faultsOf(
  { tx }: Entry,
  scope: Scope,
  fields: ConnectionFields,
  exceptId: string,
): Promise<Problem[]> {
  if ((await nameOfRecord(tx, scope, "system", fields.systemId)) === null)
    return [problem("field-unknown-reference", {}, "systemId")];
  const { systemId, name } = fields;
  const isTaken = await isConnectionNamed(tx, scope, { systemId, name, exceptId });
  return isTaken ? [problem("already-exists", {}, "name")] : [];
}

function fieldsOf(row: ConnectionFields): ConnectionFields {
  return {
    systemId: row.systemId,
    name: row.name,
    purpose: row.purpose,
    counterpart: row.counterpart,
    method: row.method,
    opening: row.opening,
    device: row.device,
    patchBearer: row.patchBearer,
    accounts: row.accounts,
    accountCount: row.accountCount,
    secondFactor: row.secondFactor,
    secondFactorBy: row.secondFactorBy,
    sourceLimit: row.sourceLimit,
    sourceNote: row.sourceNote,
    logDays: row.logDays,
    note: row.note,
  };
}
