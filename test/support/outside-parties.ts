import fc from "fast-check";
import type { ConnectionEntry } from "~/domain/connection-entry";
import { addDays } from "~/domain/day";
import type { JointEntry } from "~/domain/joint";
import type { SubcontractorEntry } from "~/domain/subcontractor-entry";

export const START = "2024-02-20"; // a leap day and the end of a fiscal year lie ahead
export const dayAt = (offset: number) => addDays(START, offset);
export const NOW = Number.MAX_SAFE_INTEGER;

export const subcontractor = (
  change: Partial<SubcontractorEntry> & { subcontractorId: string },
): SubcontractorEntry => ({
  id: `${change.subcontractorId} ${change.recordedSeq ?? 1}`,
  origin: "first",
  effectiveFrom: START,
  recordedSeq: 1,
  supersedes: null,
  reason: "",
  parentId: null,
  name: change.subcontractorId,
  address: "",
  work: "",
  dataContact: "none",
  dataKinds: [],
  country: "",
  certificates: [],
  approvedOn: null,
  sameDuty: "yes",
  usedFrom: null,
  usedTo: null,
  note: "",
  ...change,
});

export const connection = (change: Partial<ConnectionEntry> & { connectionId: string }): ConnectionEntry => ({
  id: `${change.connectionId} ${change.recordedSeq ?? 1}`,
  origin: "first",
  effectiveFrom: START,
  recordedSeq: 1,
  supersedes: null,
  reason: "",
  systemId: "s",
  name: "",
  purpose: "remote-maintenance",
  counterpart: "",
  method: "ip-vpn",
  opening: "always",
  device: "",
  patchBearer: "vendor",
  accounts: "individual",
  accountCount: null,
  secondFactor: "in-use",
  secondFactorBy: null,
  sourceLimit: "limited",
  sourceNote: "",
  logDays: null,
  note: "",
  confirmedOn: null,
  ...change,
});

export const joint = (change: Partial<JointEntry> & { jointId: string }): JointEntry => ({
  id: `${change.jointId} ${change.recordedSeq ?? 1}`,
  origin: "first",
  effectiveFrom: START,
  recordedSeq: 1,
  supersedes: null,
  reason: "",
  firstSystemId: "s",
  secondSystemId: "t",
  what: "",
  party: "undecided",
  thirdPartyName: "",
  emergencyParty: "undecided",
  note: "",
  ...change,
});

/** What a clerk did one after the other: a thing is new, changed, over, or an earlier line was put right. */
const deed = fc.record({
  thing: fc.nat(3),
  what: fc.constantFrom("change" as const, "end" as const, "correct" as const),
  offset: fc.nat(50),
  corrects: fc.nat(30),
});
export const deeds = fc.array(deed, { maxLength: 16 });
export type Times = Pick<
  SubcontractorEntry,
  "id" | "origin" | "effectiveFrom" | "recordedSeq" | "supersedes"
>;

export function timesOf(
  all: readonly { thing: number; what: "change" | "end" | "correct"; offset: number; corrects: number }[],
) {
  const made: (Times & { thing: string })[] = [];
  for (const [at, { thing: no, what, offset, corrects }] of all.entries()) {
    const thing = `t${no}`;
    const own = made.filter((each) => each.thing === thing);
    const wrong = what === "correct" ? (own[corrects % Math.max(1, own.length)] ?? null) : null;
    const origin = own.length === 0 ? "first" : what === "end" ? "end" : "change";
    const times = { id: `e${at}`, origin, effectiveFrom: dayAt(offset), recordedSeq: at * 3 + 1 } as const;
    made.push({ ...times, thing, supersedes: wrong?.id ?? null });
  }
  return made;
}
