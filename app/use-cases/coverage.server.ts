import {
  findJoint,
  insertJoint,
  jointsInUse,
  namesOfSystems,
  revisionsOfEverySheet,
  rowsOfRevisions,
  type SheetRevisionHead,
  type StoredJoint,
  type TermsOfContract,
  termsOfEveryContract,
  updateJoint,
} from "#db/queries/coverage.server";
import { namesOfVendors } from "#db/queries/party-names.server";
import { contractState, periodKnownAt } from "~/domain/contract";
import { type CoverageContract, coverageOf } from "~/domain/coverage";
import type { Day } from "~/domain/day";
import { nameOn } from "~/domain/party-name";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { type JointParty, jointParties } from "~/domain/role-records";
import { type Situation, situations } from "~/domain/role-sheet";
import type { Scope } from "~/domain/scope";
import { asOf } from "~/domain/timeline";
import type { Ports } from "./ports.server";
import { changeOf, record } from "./record.server";
import { type AskedDates, type Dates, readDates } from "./two-dates.server";

const NOW = Number.MAX_SAFE_INTEGER;

/**
 * 担当の一覧: every agreed row against the contracts in force on a day, as known on another, and the joints between
 * systems with the contracts on either side. The same few queries, whatever the size of the hospital.
 * @param input.situation normal, emergency or end
 * Problems: field-not-a-day
 */
export async function showCoverage(ports: Ports, scope: Scope, input: AskedDates & { situation: string }) {
  const dates = await readDates(ports, scope, input);
  if (!dates.ok) return dates;
  const { day, knownOn, knownSeq, isPast } = dates.value;
  const situation: Situation = situations.find((each) => each === input.situation) ?? "normal";
  const which = { withArchived: isPast };
  const [terms, heads, systems, joints] = await Promise.all([
    termsOfEveryContract(ports.db, scope, which),
    revisionsOfEverySheet(ports.db, scope, which),
    namesOfSystems(ports.db, scope),
    jointsInUse(ports.db, scope),
  ]);
  const inForce = await withNamesThen(ports, scope, termsInForce(terms, day, knownSeq), dates.value);
  const held = heldOn(heads, day, new Set(inForce.map((each) => each.contractId)), knownSeq);
  const rows = await rowsOfRevisions(
    ports.db,
    scope,
    held.map((each) => each.id),
  );
  const contracts: CoverageContract[] = besideJoints(inForce, joints).map((each) => ({
    contractId: each.contractId,
    number: each.number,
    title: each.title,
    vendorId: each.vendorId,
    vendor: each.vendor,
    hospitalLabel: each.hospitalLabel,
    vendorLabel: each.vendorLabel,
    systemIds: each.systemIds,
    sheets: held
      .filter((sheet) => sheet.contractId === each.contractId)
      .map(({ id, roleSheetId, title }) => ({ roleSheetId, title, rows: rows.get(id) ?? [] })),
  }));
  return done({
    day,
    knownOn,
    isPast,
    situation,
    systems: Object.fromEntries(systems),
    contracts: contracts.map(({ sheets, ...each }) => ({
      ...each,
      sheets: sheets.map(({ roleSheetId, title }) => ({ roleSheetId, title })),
    })),
    coverage: coverageOf(contracts, situation),
    joints: joints.map((each) => jointOn(each, contracts, systems)),
  });
}

/** The contracts with their vendors under the names they had on the day. One query. */
async function withNamesThen(ports: Ports, scope: Scope, terms: readonly TermsOfContract[], dates: Dates) {
  const names = await namesOfVendors(ports.db, scope, [...new Set(terms.map((each) => each.vendorId))]);
  return terms.map((each) => {
    const own = names.filter((name) => name.vendorId === each.vendorId);
    return { ...each, vendor: nameOn(own, dates.day, dates.knownSeq, each.vendor) };
  });
}

/** The terms each contract had on the day, of those whose period held it. */
export function termsInForce(terms: readonly TermsOfContract[], day: Day, knownSeq = NOW): TermsOfContract[] {
  const ids = [...new Set(terms.map((each) => each.contractId))];
  return ids
    .flatMap((id) => {
      const own = terms.filter((each) => each.contractId === id);
      const period = periodKnownAt(own, knownSeq);
      if (period === null || contractState(period, day) !== "in-force") return [];
      return asOf(own, day, knownSeq) ?? [];
    })
    .sort((a, b) => (a.number < b.number ? -1 : 1));
}

/** The revision each sheet of these contracts had on the day. */
export function heldOn(
  heads: readonly SheetRevisionHead[],
  day: Day,
  contracts: ReadonlySet<string>,
  knownSeq = NOW,
) {
  const sheets = [...new Set(heads.map((each) => each.roleSheetId))];
  return sheets.flatMap((id) => {
    const own = heads.filter((each) => each.roleSheetId === id);
    const held = asOf(own, day, knownSeq);
    return held && contracts.has(held.contractId) ? [held] : [];
  });
}

/** Contracts whose systems meet stand beside each other; otherwise the order of their numbers stays. */
function besideJoints(contracts: readonly TermsOfContract[], joints: readonly StoredJoint[]) {
  const ordered: TermsOfContract[] = [];
  const meets = (one: TermsOfContract, other: TermsOfContract) =>
    joints.some(
      ({ firstSystemId: a, secondSystemId: b }) =>
        (one.systemIds.includes(a) && other.systemIds.includes(b)) ||
        (one.systemIds.includes(b) && other.systemIds.includes(a)),
    );
  for (const each of contracts) {
    const beside = ordered.findLastIndex((placed) => meets(placed, each));
    if (beside < 0) ordered.push(each);
    else ordered.splice(beside + 1, 0, each);
  }
  return ordered;
}

function jointOn(
  joint: StoredJoint,
  contracts: readonly CoverageContract[],
  systems: ReadonlyMap<string, string>,
) {
  const side = (systemId: string) => ({
    system: systems.get(systemId) ?? "",
    contracts: contracts
      .filter((each) => each.systemIds.includes(systemId))
      .map(({ contractId, number, vendor }) => ({ contractId, number, vendor })),
  });
  const { id, what, party, thirdPartyName, emergencyParty, note, version } = joint;
  const ends = { firstSystemId: joint.firstSystemId, secondSystemId: joint.secondSystemId };
  return {
    ...{ id, what, party, thirdPartyName, emergencyParty, note, version, ...ends },
    first: side(joint.firstSystemId),
    second: side(joint.secondSystemId),
  };
}

export type RawJoint = {
  firstSystemId: string;
  secondSystemId: string;
  what: string;
  party: string;
  thirdPartyName: string;
  emergencyParty: string;
  note: string;
};

/**
 * 接合部を書く: where two systems meet and who looks after it, a new one or (`id`) a known one.
 * @returns Problems by field: field-unknown-reference, field-required, field-too-long, field-not-an-option,
 *   joint-same-system, third-party-unnamed; not-found, changed-meanwhile
 */
export async function writeJoint(
  ports: Ports,
  scope: Scope,
  input: { id: string | null; version: number; raw: RawJoint },
): Promise<Result<{ id: string }>> {
  const before = input.id === null ? null : await findJoint(ports.db, scope, input.id);
  if (input.id !== null && !before) return failed(problem("not-found"));
  const parsed = parseJoint(input.raw, await namesOfSystems(ports.db, scope));
  if (!parsed.ok) return parsed;
  const id = before?.id ?? ports.newId();
  const { createdAt: _created, archivedAt: _archived, hospitalId: _owner, ...was } = before ?? { id };
  const head = {
    verb: before ? "revise" : "register",
    noun: "systemJoint",
    recordId: id,
    change: changeOf({ ...was, version: 0 }, { id, version: 0, ...parsed.value }),
  };
  return record(ports, scope, "contract:write", head, async ({ tx, at }) => {
    if (!before) await insertJoint(tx, scope, { id, createdAt: at, ...parsed.value });
    else if (!(await updateJoint(tx, scope, { id, version: input.version }, parsed.value)))
      return failed(problem("changed-meanwhile"));
    return done({ id });
  });
}

function parseJoint(
  raw: RawJoint,
  systems: ReadonlyMap<string, string>,
): Result<Omit<RawJoint, "party" | "emergencyParty"> & Record<"party" | "emergencyParty", JointParty>> {
  const problems: Problem[] = [];
  for (const field of ["firstSystemId", "secondSystemId"] as const) {
    if (!systems.has(raw[field])) problems.push(problem("field-unknown-reference", {}, field));
  }
  if (raw.firstSystemId === raw.secondSystemId)
    problems.push(problem("joint-same-system", {}, "secondSystemId"));
  const [what, thirdPartyName, note] = [raw.what.trim(), raw.thirdPartyName.trim(), raw.note.trim()];
  if (what === "") problems.push(problem("field-required", {}, "what"));
  for (const [field, text, max] of [
    ["what", what, 200],
    ["thirdPartyName", thirdPartyName, 200],
    ["note", note, 2000],
  ] as const) {
    if (text.length > max) problems.push(problem("field-too-long", { max }, field));
  }
  const option = (field: "party" | "emergencyParty") => {
    const found = jointParties.find((each) => each === raw[field]);
    if (found === undefined) problems.push(problem("field-not-an-option", { value: raw[field] }, field));
    return found ?? "undecided";
  };
  const [party, emergencyParty] = [option("party"), option("emergencyParty")];
  if ([party, emergencyParty].includes("third-party") && thirdPartyName === "")
    problems.push(problem("third-party-unnamed", {}, "thirdPartyName"));
  if (problems.length > 0) return failed(...problems);
  return done({ ...raw, what, thirdPartyName, note, party, emergencyParty });
}

/** 接合部をしまう: the systems no longer meet. Problems: not-found, changed-meanwhile. */
export async function archiveJoint(
  ports: Ports,
  scope: Scope,
  input: { id: string; version: number },
): Promise<Result<null>> {
  const before = await findJoint(ports.db, scope, input.id);
  if (!before) return failed(problem("not-found"));
  const head = { verb: "archive", noun: "systemJoint", recordId: before.id, change: {} };
  return record(ports, scope, "contract:write", head, async ({ tx, at }) => {
    const isSaved = await updateJoint(tx, scope, input, { archivedAt: at });
    return isSaved ? done(null) : failed(problem("changed-meanwhile"));
  });
}
