import type { LoaderFunctionArgs } from "@remix-run/node";
import { dayInTokyo } from "~/domain/day";
import { aboutOf } from "~/domain/request";
import { fileReply } from "~/file-reply.server";
import { formatMoment } from "~/messages/days";
import { wordsOf } from "~/messages/words";
import { requestListState, requestQuery } from "~/routes/request-list/list-state.server";
import { requireScope } from "~/scope.server";
import { listRequests } from "~/use-cases/requests.server";
import { tableAsCsv, tableAsXlsx } from "~/workbook/table-file.server";

/** More rows than this are cut; a hospital has hundreds. */
const MAX_ROWS = 10_000;

/** The list of an address as a file: the same search, filters and order, all its rows. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const { requests } = wordsOf(language);
  const today = dayInTokyo(ports.now());
  const query = { ...requestQuery(requestListState(request.url), today, MAX_ROWS), page: 1 };
  const { rows } = await listRequests(ports, scope, query);
  const columns = Object.entries(requests.columns).map(([key, heading]) => ({ key, heading }));
  const cells = rows.map((row) => ({
    vendor: row.vendor,
    subject: aboutOf(row),
    kind: requests.kinds[row.kind].word,
    dueOn: row.dueOn,
    state: requests.states[row.state],
    answered: requests.progress(row.answered, row.total),
    contact: row.contact,
    createdAt: formatMoment(row.createdAt),
  }));
  const name = requests.exportName(today);
  return new URL(request.url).searchParams.get("as") === "csv"
    ? fileReply(tableAsCsv(columns, cells), `${name}.csv`)
    : fileReply(await tableAsXlsx(requests.title, columns, cells), `${name}.xlsx`);
}
