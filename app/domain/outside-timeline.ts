import type { ConnectionEntry } from "./connection-entry.ts";
import { BEGINNING } from "./contract-terms.ts";
import { byThing, type DatedEntry } from "./dated-entry.ts";
import { addDays, type Day } from "./day.ts";
import {
  type ContractFacts,
  cutBy,
  inForceDays,
  type Stretch,
  type SystemFacts,
} from "./hospital-timeline.ts";
import type { JointEntry } from "./joint.ts";
import { assertNever } from "./problem.ts";
import type { JointParty } from "./role-records.ts";
import type { RowParty } from "./role-sheet.ts";
import type { SubcontractorEntry } from "./subcontractor-entry.ts";
import { stretchesOf } from "./timeline.ts";
import type { UpdateEntry } from "./update-bearer.ts";

type Days = { from: Day; to: Day | null };
export type OutsideLane = { id: string; name: string; parentId: string; stretches: Stretch[] };

/**
 * Who worked below the vendors, one lane a subcontractor: days its entries held as known by `knownSeq`, cut by the days
 * of use they name and by the contract's periods. `parentId` is the contract's.
 */
export function subcontractorLanes(
  entries: readonly (SubcontractorEntry & { contractId: string })[],
  contracts: readonly ContractFacts[],
  knownSeq: number,
): OutsideLane[] {
  const byContract = byThing(entries, (each) => each.contractId);
  return contracts.flatMap(({ id: parentId, number, revisions }) => {
    const inForce = inForceDays(revisions, knownSeq);
    return [...byThing(byContract.get(parentId) ?? [], (each) => each.subcontractorId)].flatMap(
      ([id, own]) => {
        const stretches = inForce.flatMap((period) =>
          heldDays(own, knownSeq).flatMap(({ entry, from, to }): Stretch[] => {
            const used = { from: entry.usedFrom ?? from, to: entry.usedTo };
            const days = within(within({ from, to }, used), period);
            return days ? [{ kind: "third-party", ...days, about: entry.work, recordId: entry.id }] : [];
          }),
        );
        return laneOf({ id, parentId, name: `${own.at(-1)?.name ?? ""}（${number}）` }, stretches);
      },
    );
  });
}

/** Who updates the device of each connection, stretch by stretch, cut by the days its system was in use. */
export function connectionLanes(
  entries: readonly ConnectionEntry[],
  systems: readonly SystemFacts[],
  knownSeq: number,
): OutsideLane[] {
  const byId = new Map(systems.map((each) => [each.id, each]));
  return [...byThing(entries, (each) => each.connectionId)].flatMap(([id, own]) => {
    const stretches = heldDays(own, knownSeq).flatMap(({ entry, from, to }): Stretch[] => {
      const system = byId.get(entry.systemId);
      const days = system ? within({ from, to }, system) : null;
      return days ? [{ kind: bearerOf(entry), ...days, about: entry.counterpart, recordId: entry.id }] : [];
    });
    const last = own.at(-1);
    const system = byId.get(last?.systemId ?? "")?.name ?? "";
    return laneOf(
      { id, parentId: last?.systemId ?? "", name: `${last?.name ?? ""}（${system}）` },
      stretches,
    );
  });
}

/** Who bears the security updates of each server, stretch by stretch, cut by the days its system was in use. */
export function serverLanes(
  entries: readonly UpdateEntry[],
  servers: readonly { id: string; name: string; systemId: string; putAwayOn: Day | null }[],
  systems: readonly SystemFacts[],
  knownSeq: number,
): OutsideLane[] {
  const byServer = byThing(entries, (each) => each.serverId);
  const bySystem = new Map(systems.map((each) => [each.id, each]));
  return servers.flatMap(({ id, name, systemId: parentId, putAwayOn }) => {
    const system = bySystem.get(parentId);
    if (system === undefined) return [];
    const last = putAwayOn === null ? null : addDays(putAwayOn, -1);
    const stretches = heldDays(byServer.get(id) ?? [], knownSeq).flatMap(({ entry, from, to }): Stretch[] => {
      const days = within(within({ from, to }, { from: BEGINNING, to: last }), system);
      const kind = entry.bearer === "unclear" ? "undecided" : entry.bearer;
      return days ? [{ kind, ...days, about: "", recordId: entry.id }] : [];
    });
    return laneOf({ id, parentId, name: `${name}（${system.name}）` }, stretches);
  });
}

function bearerOf({ patchBearer }: ConnectionEntry): RowParty {
  return patchBearer === "unclear" ? "undecided" : patchBearer;
}

/**
 * Who looked after the place where two systems meet, one lane a joint, cut by the days on which both were in use.
 * @param only systems one of which a joint has to touch; null = every joint
 */
export function jointLanes(
  entries: readonly JointEntry[],
  systems: readonly SystemFacts[],
  only: ReadonlySet<string> | null,
  knownSeq: number,
): OutsideLane[] {
  const byId = new Map(systems.map((each) => [each.id, each]));
  return [...byThing(entries, (each) => each.jointId)].flatMap(([id, own]) => {
    const held = heldDays(own, knownSeq);
    const last = held.at(-1)?.entry;
    if (last === undefined) return [];
    if (
      only !== null &&
      !held.some(({ entry }) => only.has(entry.firstSystemId) || only.has(entry.secondSystemId))
    )
      return [];
    const nameOf = (systemId: string) => byId.get(systemId)?.name ?? "";
    const stretches = held.flatMap(({ entry, from, to }): Stretch[] => {
      const [first, second] = [byId.get(entry.firstSystemId), byId.get(entry.secondSystemId)];
      const days = first && second ? within(within({ from, to }, first), second) : null;
      return days ? [{ ...days, recordId: entry.id, ...saysOf(entry, nameOf) }] : [];
    });
    const name = `${nameOf(last.firstSystemId)} ↔ ${nameOf(last.secondSystemId)} ${last.what}`;
    return laneOf({ id, parentId: id, name }, stretches);
  });
}

/** What a joint's entry says of who acts; of an emergency only where it is somebody else. */
function saysOf(entry: JointEntry, nameOf: (systemId: string) => string) {
  const says = (party: JointParty) => ({
    kind: partyOf(party),
    about: party === "third-party" ? entry.thirdPartyName : "",
    sides: [
      ...(party === "first-vendor" || party === "both-vendors" ? [nameOf(entry.firstSystemId)] : []),
      ...(party === "second-vendor" || party === "both-vendors" ? [nameOf(entry.secondSystemId)] : []),
    ],
  });
  const normal = says(entry.party);
  return entry.emergencyParty === entry.party ? normal : { ...normal, emergency: says(entry.emergencyParty) };
}

function partyOf(party: JointParty): RowParty {
  switch (party) {
    case "first-vendor":
    case "second-vendor":
    case "both-vendors":
      return "vendor";
    case "hospital":
    case "third-party":
    case "undecided":
      return party;
    default:
      return assertNever(party);
  }
}

/** Days each entry held, both ends included; an end holds nothing. */
function heldDays<E extends DatedEntry>(entries: readonly E[], knownSeq: number): (Days & { entry: E })[] {
  return stretchesOf(entries, knownSeq)
    .filter(({ revision }) => revision.origin !== "end")
    .map(({ revision, from, to }) => ({ entry: revision, from, to: to === null ? null : addDays(to, -1) }));
}

function within(days: Days | null, by: Days): Days | null {
  return days && cutBy(days, by);
}

/** Neighbouring stretches that say the same are one; a thing without a day has no lane. */
function laneOf(
  head: { id: string; parentId: string; name: string },
  found: readonly Stretch[],
): OutsideLane[] {
  const stretches: Stretch[] = [];
  for (const each of [...found].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = stretches.at(-1);
    const isSame = last && saidBy(last) === saidBy(each);
    if (isSame && last.to === addDays(each.from, -1)) last.to = each.to;
    else stretches.push({ ...each });
  }
  return stretches.length === 0 ? [] : [{ ...head, stretches }];
}

function saidBy({ kind, about, sides, emergency }: Stretch): string {
  return JSON.stringify([kind, about, sides, emergency]);
}
