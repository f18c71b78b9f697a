import type { LoaderFunctionArgs } from "@remix-run/node";
import { refuse } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { timelineQuery } from "~/routes/timeline/asked";
import { lanesOf, momentWord, stretchWord } from "~/routes/timeline/lanes";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";
import { showTimeline } from "~/use-cases/timeline.server";

/** The timeline's table as xlsx, CSV or JSON. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const asked = timelineQuery(request.url);
  const shown = await showTimeline(ports, scope, asked);
  if (!shown.ok) throw refuse(shown.problems);
  const words = wordsOf(language);
  const { timeline, tabs } = words.overTime;
  const rows = lanesOf({ asked, ...shown.value }).flatMap((lane) => [
    ...lane.stretches.map((each) => ({ lane, each, what: stretchWord(words, each) })),
    ...lane.moments.map((each) => ({ lane, each, what: momentWord(words, each) })),
  ]);
  return tableReply(request.url, {
    title: tabs.timeline,
    name: timeline.exportName(shown.value.dates.day),
    columns: (["lane", "name", "what", "from", "to"] as const).map((key) => ({
      key,
      heading: timeline.columns[key],
    })),
    rows: rows.map(({ lane, each, what }) => ({
      lane: timeline.lanes[lane.kind],
      name: lane.name,
      what,
      from: each.from,
      to: each.to,
    })),
  });
}
