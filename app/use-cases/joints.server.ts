import { namesOfSystems } from "#db/queries/coverage.server";
import {
  findJoint,
  insertJoint,
  insertJointEntry,
  jointEntries,
  type KeptJointEntry,
  raiseJointVersion,
} from "#db/queries/joints.server";
import type { RawForm } from "~/domain/contract-form";
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
import { parseEntryReason, parseFromDay, parseSinceDay } from "~/domain/entry-form";
import { type JointFields, parseJoint } from "~/domain/joint";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { changeOf, type Entry, record } from "./record.server";

const ALWAYS = Number.MAX_SAFE_INTEGER;

/** 接合部の記録: what holds today (or will, or held last), and every entry about it. Problems: not-found. */
export async function showJoint(ports: Ports, scope: Scope, input: { jointId: string }) {
  const found = await findJoint(ports.db, scope, input.jointId);
  if (!found) return failed(problem("not-found"));
  const [entries, systems] = await Promise.all([
    jointEntries(ports.db, scope, { jointId: found.id }),
    namesOfSystems(ports.db, scope),
  ]);
  const shown = entryShown(entries, dayInTokyo(ports.now()));
  if (shown === null) return failed(problem("not-found"));
  return done({ ...found, shown, isOver: shown.origin === "end", entries: entryHistory(entries), systems });
}

/**
 * 接合部を登録する: where two systems meet and who looks after it, from `effectiveFrom` on (empty: nobody knows since
 * when). Problems by field: field-unknown-reference, field-required, field-too-long, field-not-an-option,
 * joint-same-system, third-party-unnamed.
 */
export async function addJoint(
  ports: Ports,
  scope: Scope,
  input: { raw: RawForm },
): Promise<Result<{ id: string }>> {
  const [parsed, day] = [await readFields(ports, scope, input.raw), parseSinceDay(input.raw)];
  if (!parsed.ok || !day.ok) return failed(...problemsOf(parsed), ...problemsOf(day));
  const id = ports.newId();
  const head = { verb: "register", noun: "systemJoint", recordId: id, change: changeOf({}, parsed.value) };
  const times = { origin: "first", supersedes: null, reason: "", effectiveFrom: day.value } as const;
  return record(ports, scope, "contract:write", head, async (entry) => {
    await insertJoint(entry.tx, scope, { id, createdAt: entry.at });
    return keepEntry(ports, scope, entry, { jointId: id, version: null, fields: parsed.value, ...times });
  });
}

type Asked = { jointId: string; version: number; raw: RawForm };

/**
 * 変わったことを記録する: what the form says holds from `effectiveFrom` on; until then what stood goes on.
 * Problems: not-found, changed-meanwhile, entry-before-first, entry-after-end, those of `addJoint`.
 */
export async function changeJoint(ports: Ports, scope: Scope, input: Asked): Promise<Result<{ id: string }>> {
  const found = await openJoint(ports, scope, input.jointId);
  if (!found.ok) return found;
  const { id, entries } = found.value;
  const [parsed, day] = [await readFields(ports, scope, input.raw), parseFromDay(input.raw)];
  if (!parsed.ok || !day.ok) return failed(...problemsOf(parsed), ...problemsOf(day));
  const fault = faultOfChange(entries, day.value);
  const before = entryOn(entries, day.value, ALWAYS);
  if (fault !== null || before === null) return failed(fault ?? problem("not-found"));
  const change = changeOf(fieldsOf(before), parsed.value);
  if (Object.keys(change).length === 0) return done({ id });
  const told = { ...change, ...changeOf({}, { effectiveFrom: day.value }) };
  const times = { origin: "change", supersedes: null, reason: "", effectiveFrom: day.value } as const;
  const head = { verb: "revise", noun: "systemJoint", recordId: input.jointId, change: told };
  return keep(ports, scope, input, head, { fields: parsed.value, ...times });
}

/**
 * 書き誤りを訂正する: what the form says counts in the place of one entry, which stays readable.
 * Problems: those of `changeJoint`, revision-superseded, correction-reason-empty.
 */
export async function correctJoint(
  ports: Ports,
  scope: Scope,
  input: Asked & { entryId: string },
): Promise<Result<{ id: string }>> {
  const found = await openJoint(ports, scope, input.jointId);
  if (!found.ok) return found;
  const { id, entries } = found.value;
  const wrong = entries.find((each) => each.id === input.entryId);
  if (!wrong) return failed(problem("not-found"));
  if (wrong.origin === "end" || !isStandingEntry(entries, wrong.id))
    return failed(problem("revision-superseded"));
  const [parsed, reason] = [await readFields(ports, scope, input.raw), parseEntryReason(input.raw)];
  const day = wrong.origin === "first" ? parseSinceDay(input.raw) : parseFromDay(input.raw);
  if (!parsed.ok || !reason.ok || !day.ok)
    return failed(...problemsOf(parsed), ...problemsOf(day), ...problemsOf(reason));
  const were = { ...fieldsOf(wrong), effectiveFrom: wrong.effectiveFrom };
  const change = changeOf(were, { ...parsed.value, effectiveFrom: day.value });
  if (Object.keys(change).length === 0) return done({ id });
  const told = { ...change, ...changeOf({}, { reason: reason.value }) };
  const times = {
    ...{ origin: wrong.origin, supersedes: wrong.id, reason: reason.value, effectiveFrom: day.value },
  };
  const head = { verb: "correct-entry", noun: "systemJoint", recordId: input.jointId, change: told };
  return keep(ports, scope, input, head, { fields: parsed.value, ...times });
}

/** つながらなくなったことを記録する, from `effectiveFrom` on. Problems: not-found, changed-meanwhile, entry-later-stands. */
export async function endJoint(ports: Ports, scope: Scope, input: Asked): Promise<Result<{ id: string }>> {
  const found = await openJoint(ports, scope, input.jointId);
  if (!found.ok) return found;
  const day = parseFromDay(input.raw);
  if (!day.ok) return day;
  const { entries } = found.value;
  const held = entryOn(entries, day.value, ALWAYS);
  const fault = faultOfEnd(entries, day.value);
  if (fault !== null || held === null) return failed(fault ?? problem("not-found"));
  const told = changeOf({}, { effectiveFrom: day.value });
  const times = { origin: "end", supersedes: null, reason: "", effectiveFrom: day.value } as const;
  const head = { verb: "archive", noun: "systemJoint", recordId: input.jointId, change: told };
  return keep(ports, scope, input, head, { fields: fieldsOf(held), ...times });
}

/**
 * 終わりの記録を取り消す: the end was recorded by mistake; what held before goes on.
 * Problems: not-found, changed-meanwhile, correction-reason-empty, entry-not-ended.
 */
export async function reopenJoint(ports: Ports, scope: Scope, input: Asked): Promise<Result<{ id: string }>> {
  const found = await findJoint(ports.db, scope, input.jointId);
  if (!found) return failed(problem("not-found"));
  const reason = parseEntryReason(input.raw);
  if (!reason.ok) return reason;
  const entries = await jointEntries(ports.db, scope, { jointId: found.id });
  const end = entries.find((each) => each.origin === "end" && isStandingEntry(entries, each.id));
  if (!end) return failed(problem("entry-not-ended"));
  const told = changeOf({}, { reason: reason.value });
  const { effectiveFrom } = end;
  const times = { origin: "change", supersedes: end.id, reason: reason.value, effectiveFrom } as const;
  const head = { verb: "restore", noun: "systemJoint", recordId: input.jointId, change: told };
  return keep(ports, scope, input, head, { fields: fieldsOf(end), ...times });
}

type NewEntry = {
  fields: JointFields;
  origin: EntryOrigin;
  effectiveFrom: Day;
  supersedes: string | null;
  reason: string;
};

/** One entry of a joint somebody looked at, in a transaction of its own. */
function keep(
  ports: Ports,
  scope: Scope,
  { jointId, version }: Asked,
  head: Parameters<typeof record>[3],
  kept: NewEntry,
): Promise<Result<{ id: string }>> {
  return record(ports, scope, "contract:write", head, (entry) =>
    keepEntry(ports, scope, entry, { jointId, version, ...kept }),
  );
}

/** @param kept.version the version that was shown; null when nobody else can have saved it */
async function keepEntry(
  ports: Ports,
  scope: Scope,
  { tx, seq, at }: Entry,
  kept: NewEntry & { jointId: string; version: number | null },
): Promise<Result<{ id: string }>> {
  const { jointId: id, version, ...times } = kept;
  await insertJointEntry(tx, scope, {
    ...times,
    ...{ id: ports.newId(), jointId: id, recordedSeq: seq, recordedAt: at },
  });
  const isSaved = version === null || (await raiseJointVersion(tx, scope, { id, version }));
  return isSaved ? done({ id }) : failed(problem("changed-meanwhile"));
}

async function openJoint(ports: Ports, scope: Scope, jointId: string) {
  const found = await findJoint(ports.db, scope, jointId);
  if (!found) return failed(problem("not-found"));
  return done({ id: found.id, entries: await jointEntries(ports.db, scope, { jointId }) });
}

async function readFields(ports: Ports, scope: Scope, raw: RawForm): Promise<Result<JointFields>> {
  const [parsed, systems] = [parseJoint(raw), await namesOfSystems(ports.db, scope)];
  const unknown = (["firstSystemId", "secondSystemId"] as const).find(
    (name) => raw[name] && !systems.has(String(raw[name])),
  );
  if (unknown === undefined) return parsed;
  return failed(problem("field-unknown-reference", {}, unknown), ...problemsOf(parsed));
}

function problemsOf(result: Result<unknown>): Problem[] {
  return result.ok ? [] : result.problems;
}

function fieldsOf(entry: KeptJointEntry): JointFields {
  const { firstSystemId, secondSystemId, what, party, thirdPartyName, emergencyParty, note } = entry;
  return { firstSystemId, secondSystemId, what, party, thirdPartyName, emergencyParty, note };
}
