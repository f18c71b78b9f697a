import {
  hospitalsToRename,
  insertHospitalNames,
  insertVendorNames,
  namesOfHospital,
  namesOfVendors,
  showHospitalName,
  showVendorName,
  vendorsToRename,
} from "#db/queries/party-names.server";
import { findHospital } from "#db/queries/people.server";
import { findRecord, nameOfRecord } from "#db/queries/registers.server";
import { BEGINNING } from "~/domain/contract-terms";
import { type Day, dayInTokyo, isRealDay } from "~/domain/day";
import { type NameChangeKind, nameChangeKinds, nameOn, type PartyName } from "~/domain/party-name";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { changeOf, type Entry, record, recordWithoutAccount } from "./record.server";

export type RawNameChange = {
  name: string;
  kind: string;
  effectiveFrom: string;
  successorVendorId: string;
  note: string;
  /** Id of the name this entry corrects, or "". */
  corrects: string;
};

type NameChange = {
  name: string;
  kind: NameChangeKind;
  effectiveFrom: Day;
  successorVendorId: string | null;
  note: string;
  corrects: string | null;
};

const ALWAYS = Number.MAX_SAFE_INTEGER;

/** 事業者の名称: every name it had, with the days. */
export async function showVendorNames(ports: Ports, scope: Scope, input: { vendorId: string }) {
  const vendor = await findRecord(ports.db, scope, "vendor", input.vendorId);
  if (!vendor) return failed(problem("not-found"));
  const names = await namesOfVendors(ports.db, scope, [vendor.id]);
  return done({ id: vendor.id, version: vendor.version, present: String(vendor.values.name), names });
}

/**
 * 名称の変更を記録する（事業者）: 社名変更, 合併 or 事業譲渡 from a day on. The vendor stays the same record; papers print
 * the name of their day. Problems: not-found, changed-meanwhile, name-change-same, those of the fields.
 */
export async function renameVendor(
  ports: Ports,
  scope: Scope,
  input: { vendorId: string; version: number; raw: RawNameChange },
): Promise<Result<{ vendorId: string }>> {
  const shown = await showVendorNames(ports, scope, { vendorId: input.vendorId });
  if (!shown.ok) return shown;
  const { names, present } = shown.value;
  const parsed = parseChange(input.raw, names, present);
  if (!parsed.ok) return parsed;
  const change = parsed.value;
  const head = {
    verb: "rename",
    noun: "vendor",
    recordId: input.vendorId,
    change: changeOf({ name: present }, { name: change.name, effectiveFrom: change.effectiveFrom }),
  };
  return record(ports, scope, "register:write", head, async (entry) => {
    const successor = change.successorVendorId;
    const isKnown = successor === null || (await nameOfRecord(entry.tx, scope, "vendor", successor)) !== null;
    if (!isKnown) return failed(problem("field-unknown-reference", {}, "successorVendorId"));
    const added = newNames(ports, scope, entry, { names, present, change });
    await insertVendorNames(entry.tx, scope, input.vendorId, added);
    const name = nameOn([...names, ...added], dayInTokyo(ports.now()), ALWAYS, present);
    const isSaved = await showVendorName(entry.tx, scope, input.vendorId, { name, version: input.version });
    return isSaved ? done({ vendorId: input.vendorId }) : failed(problem("changed-meanwhile"));
  });
}

/** 医療機関の名称: every name it had, with the days. */
export async function showHospitalNames(ports: Ports, scope: Scope) {
  const [hospital, names] = [await findHospital(ports.db, scope), await namesOfHospital(ports.db, scope)];
  if (!hospital) return failed(problem("not-found"));
  return done({ version: hospital.version, present: hospital.name, names });
}

/** 名称の変更を記録する（医療機関）: the same for the hospital itself, by an administrator. */
export async function renameHospital(
  ports: Ports,
  scope: Scope,
  input: { version: number; raw: RawNameChange },
): Promise<Result<null>> {
  const shown = await showHospitalNames(ports, scope);
  if (!shown.ok) return shown;
  const { names, present } = shown.value;
  const parsed = parseChange({ ...input.raw, successorVendorId: "" }, names, present);
  if (!parsed.ok) return parsed;
  const change = parsed.value;
  const head = {
    verb: "rename",
    noun: "hospital",
    recordId: scope.hospitalId,
    change: changeOf({ name: present }, { name: change.name, effectiveFrom: change.effectiveFrom }),
  };
  return record(ports, scope, "hospital:write", head, async (entry) => {
    const added = newNames(ports, scope, entry, { names, present, change });
    await insertHospitalNames(entry.tx, scope, added);
    const name = nameOn([...names, ...added], dayInTokyo(ports.now()), ALWAYS, present);
    const isSaved = await showHospitalName(entry.tx, scope, { name, version: input.version });
    return isSaved ? done(null) : failed(problem("changed-meanwhile"));
  });
}

/** The first change also writes down the name that counted before: from then on every day has its name. */
function newNames(
  ports: Ports,
  scope: Scope,
  entry: Entry,
  given: { names: readonly PartyName[]; present: string; change: NameChange },
) {
  const { names, present, change } = given;
  const { corrects, ...told } = change;
  const recorded = { recordedSeq: entry.seq, recordedAt: entry.at, recordedBy: scope.accountId };
  const first = {
    ...recorded,
    id: ports.newId(),
    name: present,
    kind: "first" as const,
    effectiveFrom: BEGINNING,
    successorVendorId: null,
    note: "",
    supersedes: null,
  };
  const changed = { ...recorded, ...told, id: ports.newId(), supersedes: corrects };
  return names.length === 0 ? [first, changed] : [changed];
}

const MAX_NAME = 200;
const MAX_NOTE = 1000;

function parseChange(raw: RawNameChange, names: readonly PartyName[], present: string): Result<NameChange> {
  const problems: Problem[] = [];
  const [name, note, day] = [raw.name.trim(), raw.note.trim(), raw.effectiveFrom.trim()];
  const kind = nameChangeKinds.find((each) => each === raw.kind && each !== "first");
  const corrects = raw.corrects === "" ? null : raw.corrects;
  const wrong = corrects === null ? null : names.find((each) => each.id === corrects);
  if (wrong === undefined || names.some((each) => corrects !== null && each.supersedes === corrects))
    problems.push(problem("revision-superseded"));
  // The oldest name has no beginning that anybody knows, whatever day is typed.
  const isFirst = wrong?.kind === "first";
  if (!isFirst && kind === undefined) problems.push(problem("field-required", {}, "kind"));
  if (name === "") problems.push(problem("field-required", {}, "name"));
  if (name.length > MAX_NAME) problems.push(problem("field-too-long", { max: MAX_NAME }, "name"));
  if (note.length > MAX_NOTE) problems.push(problem("field-too-long", { max: MAX_NOTE }, "note"));
  if (!isFirst && day === "") problems.push(problem("field-required", {}, "effectiveFrom"));
  else if (!isFirst && !isRealDay(day))
    problems.push(problem("field-not-a-day", { value: day }, "effectiveFrom"));
  else if (corrects === null && name === nameOn(names, day, ALWAYS, present))
    problems.push(problem("name-change-same", {}, "name"));
  if (problems.length > 0) return failed(...problems);
  return done({
    name,
    note,
    kind: isFirst ? "first" : (kind ?? "renamed"),
    effectiveFrom: isFirst ? BEGINNING : day,
    successorVendorId: raw.successorVendorId || null,
    corrects,
  });
}

/**
 * A name that was typed wrongly and is put right in the plain form of the register: it counts in the place of the
 * one it corrects, with the reason. Nothing to do for a vendor whose name never changed.
 * @returns field-required or field-too-long at `reason`, or null
 */
export async function correctVendorName(
  ports: Ports,
  scope: Scope,
  entry: Entry,
  given: { vendorId: string; name: string; reason: string },
): Promise<Problem | null> {
  const { vendorId, name, reason } = given;
  const names = await namesOfVendors(entry.tx, scope, [vendorId]);
  const today = dayInTokyo(ports.now());
  const superseded = new Set(names.map((each) => each.supersedes));
  const held = names
    .filter((each) => !superseded.has(each.id) && each.effectiveFrom <= today)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
    .at(-1);
  if (!held || held.name === name) return null;
  if (reason === "") return problem("field-required", {}, "reason");
  if (reason.length > MAX_NOTE) return problem("field-too-long", { max: MAX_NOTE }, "reason");
  const { kind, effectiveFrom, successorVendorId } = held;
  const recorded = { recordedSeq: entry.seq, recordedAt: entry.at, recordedBy: scope.accountId };
  const corrected = { kind, effectiveFrom, successorVendorId, note: reason, name, id: ports.newId() };
  await insertVendorNames(entry.tx, scope, vendorId, [{ ...corrected, ...recorded, supersedes: held.id }]);
  return null;
}

/** 新しい名称になった日: lets the registers show names that began since. @returns how many show another name now */
export async function turnNames(
  ports: Ports,
  owner: Pick<Scope, "groupId" | "hospitalId">,
  day: Day,
): Promise<number> {
  let count = 0;
  for (const { id, name } of await vendorsToRename(ports.db, owner, day)) {
    const head = { verb: "name-begins", noun: "vendor", recordId: id, change: changeOf({}, { name }) };
    const turned = await recordWithoutAccount(ports, owner, "scheduler", head, async ({ tx }) => {
      const isShown = await showVendorName(tx, owner, id, { name, version: null });
      return isShown ? done(null) : failed(problem("not-found"));
    });
    if (turned.ok) count += 1;
  }
  for (const { name } of await hospitalsToRename(ports.db, owner, day)) {
    const recordId = owner.hospitalId;
    const head = { verb: "name-begins", noun: "hospital", recordId, change: changeOf({}, { name }) };
    const turned = await recordWithoutAccount(ports, owner, "scheduler", head, async ({ tx }) => {
      const isShown = await showHospitalName(tx, owner, { name, version: null });
      return isShown ? done(null) : failed(problem("not-found"));
    });
    if (turned.ok) count += 1;
  }
  return count;
}
