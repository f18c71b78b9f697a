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
    const isSame = last && last.kind === each.kind && last.about === each.about;
    if (isSame && last.to === addDays(each.from, -1)) last.to = each.to;
    else stretches.push({ ...each });
  }
  return stretches.length === 0 ? [] : [{ ...head, stretches }];
}
