import type { LoaderFunctionArgs } from "@remix-run/node";
import { dayInTokyo } from "~/domain/day";
import { wordsOf } from "~/messages/words";
import { connectionExport, exportHeadings } from "~/routes/connection-list/connection-words";
import { connectionListState } from "~/routes/connection-list/list-state";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";
import { showConnections } from "~/use-cases/connections.server";

const MAX_ROWS = 10_000;

/** The register of connections as a file: what the address filters, all its pages. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const state = { ...connectionListState(new URL(request.url).searchParams), page: 1 };
  const { rows } = await showConnections(ports, scope, { ...state, pageSize: MAX_ROWS });
  const words = wordsOf(language);
  const { exportName } = words.connections;
  return tableReply(request.url, {
    name: words.registers.exportName(exportName, dayInTokyo(ports.now())),
    title: exportName,
    columns: exportHeadings(words),
    rows: rows.map((each) => connectionExport(words, each)),
  });
}
