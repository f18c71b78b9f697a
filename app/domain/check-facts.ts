import type { Day } from "./day.ts";
import { isInUse, type SystemSpan } from "./figures.ts";
import { asOf, inForceOf, type Recorded, type Revision } from "./timeline.ts";
import type { TwoFactorRecord } from "./two-factor.ts";

/** Records that a check can cite; where each is found is the routes' matter. */
export const citedKinds = [
  "system",
  "server",
  "connection",
  "disclosure",
  "contract",
  "vendor",
  "two-factor",
  "role-sheet",
  "checklist-response",
  "measure-record",
  "house-answer",
] as const;
export type CitedKind = (typeof citedKinds)[number];

/** One record named as evidence, with its name and day as they stood then. */
export type Citation = { kind: CitedKind; id: string; label: string; on: Day | null };

export type CheckedSystem = SystemSpan & {
  name: string;
  category: string;
  vendorId: string;
  vendor: string;
};
export type CheckedServer = { id: string; name: string; systemId: string; system: string; bearer: string };
export type CheckedConnection = {
  id: string;
  name: string;
  systemId: string;
  purpose: string;
  sourceLimit: string;
  confirmedOn: Day | null;
};
/** The newest disclosure of a product version that was not withdrawn. */
export type CheckedDisclosure = { id: string; productVersionId: string; issuedOn: Day; label: string };
/** A contract in force on the day asked about. */
export type CheckedContract = {
  id: string;
  number: string;
  title: string;
  vendorId: string;
  vendor: string;
  systemIds: readonly string[];
};
/** The agreed revision of a sheet that holds on the day. */
export type CheckedSheet = {
  id: string;
  roleSheetId: string;
  contractId: string;
  title: string;
  effectiveFrom: Day;
};
export type HouseRecord = Revision & {
  questionKey: string;
  value: string;
  happenedOn: Day | null;
  note: string;
};
export type MeasureRecord = Recorded & {
  systemId: string;
  measureKey: string;
  doneOn: Day;
  what: string;
  evidence: string;
  isWithdrawn: boolean;
};

/** What the yearly checks rest on. Servers and connections are those of the registers today. */
export type CheckFacts = {
  systems: readonly CheckedSystem[];
  servers: readonly CheckedServer[];
  connections: readonly CheckedConnection[];
  disclosures: readonly CheckedDisclosure[];
  contracts: readonly CheckedContract[];
  sheets: readonly CheckedSheet[];
  /** Vendors with somebody to call about security or in an emergency. */
  reachableVendorIds: ReadonlySet<string>;
  twoFactor: readonly TwoFactorRecord[];
  house: readonly HouseRecord[];
  measures: readonly MeasureRecord[];
};

export function systemsOn(facts: Pick<CheckFacts, "systems">, day: Day): CheckedSystem[] {
  return facts.systems.filter((each) => isInUse(each, day));
}

/** The answer about the hospital that holds on the day; null when nobody has said anything by then. */
export function houseAnswerOn(house: readonly HouseRecord[], key: string, day: Day): HouseRecord | null {
  return asOf(
    house.filter((each) => each.questionKey === key),
    day,
    Number.MAX_SAFE_INTEGER,
  );
}

/** Records of a measure that count: not superseded and not taken back. */
export function measuresThatCount(records: readonly MeasureRecord[]): MeasureRecord[] {
  return inForceOf(records, Number.MAX_SAFE_INTEGER).filter((each) => !each.isWithdrawn);
}

/** The last time a measure was done for a system, up to the day. */
export function lastDone(
  counting: readonly MeasureRecord[],
  of: { systemId: string; measureKey: string },
  day: Day,
): MeasureRecord | null {
  return counting.reduce<MeasureRecord | null>((last, each) => {
    if (each.systemId !== of.systemId || each.measureKey !== of.measureKey || each.doneOn > day) return last;
    if (last === null || each.doneOn > last.doneOn) return each;
    return each.doneOn === last.doneOn && each.recordedSeq > last.recordedSeq ? each : last;
  }, null);
}

/** Vendors behind the contracts in force, each once, in the order of the contracts. */
export function vendorsUnderContract(
  contracts: readonly CheckedContract[],
): { id: string; name: string; contractIds: string[] }[] {
  const found = new Map<string, { id: string; name: string; contractIds: string[] }>();
  for (const each of contracts) {
    const own = found.get(each.vendorId);
    if (own) own.contractIds.push(each.id);
    else found.set(each.vendorId, { id: each.vendorId, name: each.vendor, contractIds: [each.id] });
  }
  return [...found.values()];
}
