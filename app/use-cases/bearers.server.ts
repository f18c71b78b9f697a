import { contractsAndSheetsThen } from "#db/queries/bearers.server";
import { rowsOfRevisions } from "#db/queries/coverage.server";
import { namesOfVendors } from "#db/queries/party-names.server";
import type { Catalogues } from "~/catalogues.server";
import { type Bearers, type BearingSheet, bearersOf, tiesOf } from "~/domain/bearer";
import { contractState } from "~/domain/contract";
import { nameOn } from "~/domain/party-name";
import { done, type Result } from "~/domain/problem";
import type { Scope } from "~/domain/scope";
import { cataloguesOf } from "./catalogues.server";
import type { Ports } from "./ports.server";
import { newestOfEach } from "./relation-drafts.server";
import { type AskedDates, type Dates, readDates } from "./two-dates.server";

export type ShownBearers = { dates: Dates; byItem: Record<string, Bearers> };

/**
 * 項目ごとの担当: who bears each of these items on a day as known then, with the proof. Four queries beside those for
 * catalogues and dates, whatever the number of items.
 * @param input.itemsRef `id@version` of the catalogue the items belong to; null where nobody has loaded it
 * @param input.productVersionId only contracts that cover a system of this version; null = the whole hospital
 * Problems: field-not-a-day.
 */
export async function showBearers(
  ports: Ports,
  scope: Scope,
  input: AskedDates & { itemsRef: string | null; items: readonly string[]; productVersionId: string | null },
): Promise<Result<ShownBearers>> {
  const dates = await readDates(ports, scope, input);
  if (!dates.ok) return dates;
  const ties = tiesIn(await cataloguesOf(ports, scope), input.itemsRef);
  const isAsked = input.items.some((each) => ties.has(each));
  const sheets = isAsked ? await bearingSheets(ports, scope, dates.value, input.productVersionId) : null;
  const byItem = input.items.map((each) => [each, bearersOf(ties.get(each) ?? [], sheets)] as const);
  return done({ dates: dates.value, byItem: Object.fromEntries(byItem) });
}

function tiesIn(catalogues: Catalogues, itemsRef: string | null) {
  const forms = new Set(catalogues.roleSheetForms.keys());
  return tiesOf(itemsRef === null ? [] : newestOfEach(catalogues.mappings.values()), forms, itemsRef ?? "");
}

/** Null: no contract in force covers what is asked about. */
async function bearingSheets(
  ports: Ports,
  scope: Scope,
  dates: Dates,
  productVersionId: string | null,
): Promise<BearingSheet[] | null> {
  const all = await contractsAndSheetsThen(ports.db, scope, dates, productVersionId);
  const inForce = all.filter((each) => contractState(each, dates.day) === "in-force");
  if (inForce.length === 0) return null;
  const revisionIds = inForce.flatMap((each) => each.revisionId ?? []);
  const [rows, names] = [
    await rowsOfRevisions(ports.db, scope, revisionIds),
    await namesOfVendors(ports.db, scope, [...new Set(inForce.map((each) => each.vendorId))]),
  ];
  return inForce.flatMap((each) => {
    const { roleSheetId, title, form, revisionId, revisionNo, effectiveFrom } = each;
    if (roleSheetId === null || title === null || form === null) return [];
    if (revisionId === null || revisionNo === null || effectiveFrom === null) return [];
    const own = names.filter((name) => name.vendorId === each.vendorId);
    const vendorName = nameOn(own, dates.day, dates.knownSeq, each.vendorName);
    const { contractId, contractNumber, hospitalLabel, vendorLabel } = each;
    const revision = { roleSheetId, title, form, revisionId, revisionNo, effectiveFrom };
    const party = { contractId, contractNumber, vendorName, hospitalLabel, vendorLabel };
    return [{ ...revision, ...party, rows: rows.get(revisionId) ?? [] }];
  });
}
