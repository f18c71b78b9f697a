import type { RawIncident } from "~/domain/incident";
import type { RawTwoFactor } from "~/domain/two-factor";

/** An incident as it is typed. */
export const rawIncident = (fields: Partial<RawIncident> = {}): RawIncident => ({
  kind: "outage",
  title: "電子カルテの停止",
  happenedOn: "2026-06-10",
  endedOn: "2026-06-11",
  systemId: "",
  contractId: "",
  note: "",
  ...fields,
});

/** A second factor as it is typed. */
export const rawTwoFactor = (fields: Partial<RawTwoFactor> = {}): RawTwoFactor => ({
  place: "client",
  state: "planned",
  route: "",
  preconditions: [],
  plannedOn: "2027-03-31",
  obstacle: "",
  costEstimate: "",
  costActual: "",
  source: "開示書",
  effectiveFrom: "2026-05-01",
  ...fields,
});
