import { knownSeqOn } from "#db/queries/audit.server";
import { rowNamesThen, rowsThen, sheetsThen } from "#db/queries/in-charge.server";
import { namesOfVendors } from "#db/queries/party-names.server";
import { type Day, dayInTokyo, isRealDay } from "~/domain/day";
import { silenceOf } from "~/domain/in-charge";
import { nameOn } from "~/domain/party-name";
import { done, failed, problem, type Result } from "~/domain/problem";
import { type RowParty, rowParties } from "~/domain/role-sheet";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";

/** The two dates of every look back. */
export type AskedDates = { day: string; knownOn: string };
export type Dates = { today: Day; day: Day; knownOn: Day; knownSeq: number; isPast: boolean };

/**
 * Reads the two dates: today in Tokyo where nothing is asked.
 * Problems: field-not-a-day at `day` or `knownOn`.
 */
export async function readDates(ports: Ports, scope: Scope, asked: AskedDates): Promise<Result<Dates>> {
  const today = dayInTokyo(ports.now());
  const [day, knownOn] = [asked.day || today, asked.knownOn || today];
  for (const [field, value] of [
    ["day", day],
    ["knownOn", knownOn],
  ] as const) {
    if (!isRealDay(value)) return failed(problem("field-not-a-day", { value }, field));
  }
  const knownSeq = await knownSeqOn(ports.db, scope, knownOn);
  return done({ today, day, knownOn, knownSeq, isPast: day !== today || knownOn !== today });
}

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
 * its proof, and the sheets that name nobody with the reason. Six queries whatever the hospital's size.
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
  const [found, items] = await Promise.all([
    rowsThen(ports.db, scope, held, { ...query, party }),
    rowNamesThen(ports.db, scope, held),
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
  });
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
