import {
  namesOfSystems,
  revisionsOfEverySheet,
  rowsOfRevisions,
  type SheetRevisionHead,
  type TermsOfContract,
  termsOfEveryContract,
} from "#db/queries/coverage.server";
import { jointEntries } from "#db/queries/joints.server";
import { type CoverageContract, coverageOf } from "~/domain/coverage";
import type { Day } from "~/domain/day";
import { type JointFields, jointsOn } from "~/domain/joint";
import { done } from "~/domain/problem";
import { type Situation, situations } from "~/domain/role-sheet";
import type { Scope } from "~/domain/scope";
import { asOf } from "~/domain/timeline";
import { termsInForce, withNamesThen } from "./contracts-in-force.server";
import { jointShown } from "./joints-then.server";
import type { Ports } from "./ports.server";
import { type AskedDates, readDates } from "./two-dates.server";

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
  const [terms, heads, systems, entries] = await Promise.all([
    termsOfEveryContract(ports.db, scope, which),
    revisionsOfEverySheet(ports.db, scope, which),
    namesOfSystems(ports.db, scope),
    jointEntries(ports.db, scope),
  ]);
  const joints = jointsOn(entries, day, knownSeq);
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
    joints: joints.map((each) => jointShown(each, contracts, systems)),
  });
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
function besideJoints(contracts: readonly TermsOfContract[], joints: readonly JointFields[]) {
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
