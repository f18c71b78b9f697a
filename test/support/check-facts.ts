import type { CheckedSystem, CheckFacts, HouseRecord, MeasureRecord } from "~/domain/check-facts";
import type { TwoFactorRecord } from "~/domain/two-factor";

/** A hospital nobody has registered anything of. */
export const noFacts: CheckFacts = {
  systems: [],
  servers: [],
  connections: [],
  disclosures: [],
  contracts: [],
  sheets: [],
  reachableVendorIds: new Set(),
  twoFactor: [],
  house: [],
  measures: [],
};

export const checkedSystem = (id: string, fields: Partial<CheckedSystem> = {}): CheckedSystem => ({
  id,
  name: `システム${id}`,
  category: "record",
  productVersionId: `version-${id}`,
  inUseFrom: "2020-04-01",
  inUseTo: null,
  registeredOn: "2020-04-01",
  archivedOn: null,
  vendorId: "vendor-1",
  vendor: "試験ベンダ",
  ...fields,
});

export const houseRecord = (
  questionKey: string,
  value: string,
  fields: Partial<HouseRecord> = {},
): HouseRecord => ({
  id: `${questionKey}-${fields.recordedSeq ?? 1}`,
  questionKey,
  value,
  effectiveFrom: "2026-03-31",
  happenedOn: null,
  note: "",
  recordedSeq: 1,
  supersedes: null,
  ...fields,
});

export const measureRecord = (
  systemId: string,
  measureKey: string,
  doneOn: string,
  fields: Partial<MeasureRecord> = {},
): MeasureRecord => ({
  id: `${systemId}-${measureKey}-${doneOn}`,
  systemId,
  measureKey,
  doneOn,
  what: "",
  evidence: "作業報告書",
  isWithdrawn: false,
  recordedSeq: 1,
  supersedes: null,
  ...fields,
});

export const factorRecord = (
  systemId: string,
  place: TwoFactorRecord["place"],
  state: TwoFactorRecord["state"],
  fields: Partial<TwoFactorRecord> = {},
): TwoFactorRecord => ({
  id: `${systemId}-${place}`,
  systemId,
  place,
  state,
  route: "",
  preconditions: [],
  plannedOn: null,
  obstacle: "",
  costEstimate: null,
  costActual: null,
  source: "開示書",
  effectiveFrom: "2026-04-01",
  recordedSeq: 1,
  supersedes: null,
  ...fields,
});
