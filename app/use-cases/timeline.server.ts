import { connectionEntries } from "#db/queries/connection-entries.server";
import { rowNamesThen, sheetsThen } from "#db/queries/in-charge.server";
import { incidentEntries } from "#db/queries/incidents.server";
import { jointEntries } from "#db/queries/joints.server";
import { serversOverTime } from "#db/queries/servers.server";
import { subcontractorEntries } from "#db/queries/subcontractor-entries.server";
import { contractsOverTime, revisionsOfRow, systemsOverTime } from "#db/queries/timeline.server";
import { updateEntries } from "#db/queries/update-bearers.server";
import { amendmentMarks, coverLanes, incidentMarks, partyStretches } from "~/domain/hospital-timeline";
import { connectionLanes, jointLanes, serverLanes, subcontractorLanes } from "~/domain/outside-timeline";
import { done } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { type AskedDates, readDates } from "./two-dates.server";

export type TimelineQuery = AskedDates & { vendorId: string; rowKey: string };

/**
 * 病院の年表: contracts' periods, days without a contract for a system in use, who bore one item, who worked below the
 * vendors, who updates the devices of connections and the servers, who looked after the joints between systems, and
 * incidents — as known on KNOWN. Thirteen queries whatever the hospital's size. Problems: field-not-a-day.
 */
export async function showTimeline(ports: Ports, scope: Scope, query: TimelineQuery) {
  const dates = await readDates(ports, scope, query);
  if (!dates.ok) return dates;
  const { knownSeq } = dates.value;
  const only = query.vendorId === "" ? {} : { vendorId: query.vendorId };
  const [sheets, contracts, systems, entries, members, ways, servers, updates, meetings] = await Promise.all([
    sheetsThen(ports.db, scope, dates.value),
    contractsOverTime(ports.db, scope, only),
    systemsOverTime(ports.db, scope),
    incidentEntries(ports.db, scope),
    subcontractorEntries(ports.db, scope, only),
    connectionEntries(ports.db, scope),
    serversOverTime(ports.db, scope),
    updateEntries(ports.db, scope),
    jointEntries(ports.db, scope),
  ]);
  const [items, ofRow] = await Promise.all([
    rowNamesThen(
      ports.db,
      scope,
      sheets.flatMap((each) => each.revisionId ?? []),
    ),
    query.rowKey === "" ? [] : revisionsOfRow(ports.db, scope, query.rowKey, only),
  ]);
  const periods = new Map(contracts.map((each) => [each.id, each.revisions]));
  const covered = new Set(contracts.flatMap((each) => each.revisions.flatMap((terms) => terms.systemIds)));
  const asked = only.vendorId === undefined ? systems : systems.filter((each) => covered.has(each.id));
  const lanes = coverLanes({ contracts, systems: asked }, knownSeq);
  const amendments = new Map(contracts.map((each) => [each.id, amendmentMarks(each, knownSeq)]));
  const vendors = new Map(sheets.map((each) => [each.vendorId, each.vendorName]));
  return done({
    dates: dates.value,
    contracts: lanes.contracts.map((each) => ({ ...each, moments: amendments.get(each.id) ?? [] })),
    systems: lanes.systems,
    subcontractors: subcontractorLanes(members, contracts, knownSeq),
    connections: connectionLanes(ways, asked, knownSeq),
    servers: serverLanes(updates, servers, asked, knownSeq),
    joints: jointLanes(meetings, systems, only.vendorId === undefined ? null : covered, knownSeq),
    items,
    itemLanes: ofRow.map(({ roleSheetId: id, name, vendorName, contractId, revisions }) => ({
      id,
      name,
      vendorName,
      stretches: partyStretches(revisions, periods.get(contractId) ?? [], knownSeq),
    })),
    incidents: incidentMarks(
      entries.filter((each) => isOf(each, only.vendorId, contracts, asked)),
      knownSeq,
    ),
    vendors: [...vendors].map(([id, name]) => ({ id, name })),
  });
}

/** An incident belongs to a vendor's timeline when it names one of its contracts or systems. */
function isOf(
  entry: { systemId: string | null; contractId: string | null },
  vendorId: string | undefined,
  contracts: readonly { id: string }[],
  systems: readonly { id: string }[],
): boolean {
  if (vendorId === undefined) return true;
  return (
    contracts.some((each) => each.id === entry.contractId) ||
    systems.some((each) => each.id === entry.systemId)
  );
}
