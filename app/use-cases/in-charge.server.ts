import { rowNamesThen, rowsThen, sheetsThen } from "#db/queries/in-charge.server";
import { namesOfVendors } from "#db/queries/party-names.server";
import { silenceOf } from "~/domain/in-charge";
import { nameOn } from "~/domain/party-name";
import { done } from "~/domain/problem";
import { type RowParty, rowParties } from "~/domain/role-sheet";
import type { Scope } from "~/domain/scope";
import { contractsInForce } from "./contracts-in-force.server";
import { outsidePartiesThen } from "./outside-parties.server";
import type { Ports } from "./ports.server";
import { type AskedDates, type Dates, readDates } from "./two-dates.server";

export type InChargeQuery = AskedDates & {
  search: string;
  rowKey: string;
  vendorId: string;
  party: string;
  page: number;
  pageSize: number;
};

/**
 * その日、だれの担当だったか — one item, one vendor or the whole hospital: rows of the revisions that held, each with
 * its proof, and the sheets that name nobody with the reason; and who worked below the
 * vendors, which ways led in and where systems met. The same queries whatever the hospital's size.
 * Problems: field-not-a-day.
 */
export async function showInCharge(ports: Ports, scope: Scope, query: InChargeQuery) {
  const dates = await readDates(ports, scope, query);
  if (!dates.ok) return dates;
  const { day } = dates.value;
  const all = await withNamesThen(ports, scope, dates.value);
  const asked = query.vendorId === "" ? all : all.filter((each) => each.vendorId === query.vendorId);
  const sheets = asked.map((each) => ({ ...each, silence: silenceOf(each, day) }));
  const held = sheets.flatMap((each) => (each.silence === null && each.revisionId ? [each.revisionId] : []));
  const party = rowParties.find((each): each is RowParty => each === query.party) ?? null;
  const [found, items, outside] = await Promise.all([
    rowsThen(ports.db, scope, held, { ...query, party }),
    rowNamesThen(ports.db, scope, held),
    outsideOf(ports, scope, query.vendorId, dates.value),
  ]);
  const byRevision = new Map(sheets.map((each) => [each.revisionId, each]));
  const rows = found.rows.flatMap((row) => {
    const sheet = byRevision.get(row.revisionId);
    return sheet ? [{ ...row, sheet }] : [];
  });
  const vendors = new Map(all.map((each) => [each.vendorId, each.vendorName]));
  return done({
    dates: dates.value,
    rows,
    total: found.total,
    items,
    silent: sheets.filter((each) => each.silence !== null),
    vendors: [...vendors].map(([id, name]) => ({ id, name })),
    outside,
  });
}

/** Subcontractors, connections and joints of the day, of one vendor's contracts or of the hospital. */
async function outsideOf(ports: Ports, scope: Scope, vendorId: string, dates: Dates) {
  const inForce = await contractsInForce(ports, scope, dates);
  const contracts = inForce
    .filter((each) => vendorId === "" || each.vendorId === vendorId)
    .map(({ contractId, number, vendor, systemIds }) => ({ contractId, number, vendor, systemIds }));
  return outsidePartiesThen(ports, scope, { contracts, isWhole: vendorId === "", dates });
}

/** Sheets with their vendors under the names they had on the day. Two queries. */
async function withNamesThen(ports: Ports, scope: Scope, dates: Dates) {
  const sheets = await sheetsThen(ports.db, scope, dates);
  const vendorIds = [...new Set(sheets.map((each) => each.vendorId))];
  const names = await namesOfVendors(ports.db, scope, vendorIds);
  return sheets.map((each) => {
    const own = names.filter((name) => name.vendorId === each.vendorId);
    return { ...each, vendorName: nameOn(own, dates.day, dates.knownSeq, each.vendorName) };
  });
}
