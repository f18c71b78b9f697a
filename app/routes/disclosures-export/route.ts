import type { LoaderFunctionArgs } from "@remix-run/node";
import { listDisclosures } from "#db/queries/disclosures.server";
import { dayInTokyo } from "~/domain/day";
import { fileReply } from "~/file-reply.server";
import { formatMoment } from "~/messages/days";
import { wordsOf } from "~/messages/words";
import { stateOf } from "~/routes/disclosures/disclosure-row";
import { disclosureListState, disclosureQuery } from "~/routes/disclosures/list-state.server";
import { requireScope } from "~/scope.server";
import { listStaleDisclosures } from "~/use-cases/stale-disclosures.server";
import { tableAsCsv, tableAsXlsx } from "~/workbook/table-file.server";

/** More rows than this are cut; a hospital has hundreds. */
const MAX_ROWS = 10_000;

/** The list of an address as a file: the same search, filters and order, all its rows. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const { disclosures, formNames } = wordsOf(language);
  const stale = await listStaleDisclosures(ports, scope);
  const query = { ...disclosureQuery(disclosureListState(request.url), MAX_ROWS, stale), page: 1 };
  const { rows } = await listDisclosures(ports.db, scope, query);
  const columns = Object.entries(disclosures.columns).map(([key, heading]) => ({ key, heading }));
  const cells = rows.map((row) => ({
    ...row,
    product: `${row.product} ${row.productVersion}`,
    form: `${formNames[row.form]} ${row.formVersion}`,
    receivedAt: formatMoment(row.receivedAt),
    state: disclosures.states[stateOf(row)],
  }));
  const name = disclosures.exportName(dayInTokyo(ports.now()));
  return new URL(request.url).searchParams.get("as") === "csv"
    ? fileReply(tableAsCsv(columns, cells), `${name}.csv`)
    : fileReply(await tableAsXlsx(disclosures.title, columns, cells), `${name}.xlsx`);
}
