import type { LoaderFunctionArgs } from "@remix-run/node";
import { dayInTokyo } from "~/domain/day";
import { wordsOf } from "~/messages/words";
import { incidentListState, incidentsOf } from "~/routes/incidents/asked";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";
import { listIncidents } from "~/use-cases/incidents.server";

/** The list of an address as a file, all its rows. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const { incidents, tabs } = wordsOf(language).overTime;
  const found = incidentsOf(await listIncidents(ports, scope), incidentListState(request.url));
  const keys = ["happenedOn", "endedOn", "kind", "title"] as const;
  return tableReply(request.url, {
    title: tabs.incidents,
    name: incidents.exportName(dayInTokyo(ports.now())),
    columns: [
      ...keys.map((key) => ({ key, heading: incidents.fields[key] })),
      { key: "system", heading: incidents.fields.systemId },
      { key: "contract", heading: incidents.fields.contractId },
      { key: "note", heading: incidents.fields.note, width: 60 },
    ],
    rows: found.map((each) => ({
      happenedOn: each.happenedOn,
      endedOn: each.endedOn,
      kind: incidents.kinds[each.kind],
      title: each.title,
      system: each.systemName,
      contract: each.contractTitle,
      note: each.note,
    })),
  });
}
