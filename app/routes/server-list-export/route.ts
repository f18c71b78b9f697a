import type { LoaderFunctionArgs } from "@remix-run/node";
import { dayInTokyo } from "~/domain/day";
import { wordsOf } from "~/messages/words";
import { serverCells, serverColumns } from "~/routes/server-declaration/server-words";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";
import { showServerList } from "~/use-cases/servers.server";

/** Every server in use as a file. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const { servers } = await showServerList(ports, scope);
  const words = wordsOf(language);
  const { exportName, fields } = words.declarations;
  return tableReply(request.url, {
    name: words.registers.exportName(exportName, dayInTokyo(ports.now())),
    title: exportName,
    columns: serverColumns.map((key) => ({ key, heading: fields[key] })),
    rows: servers.map((each) => serverCells(words, each)),
  });
}
