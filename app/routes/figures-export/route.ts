import type { LoaderFunctionArgs } from "@remix-run/node";
import { wordsOf } from "~/messages/words";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";
import { showFigures } from "~/use-cases/figures.server";
import { figureRows } from "./figure-rows";

/** Every figure as one long table: figure, day or fiscal year, part, number. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const words = wordsOf(language);
  const shown = await showFigures(ports, scope);
  const { figures, tabs } = words.overTime;
  return tableReply(request.url, {
    title: tabs.figures,
    name: figures.exportName(shown.today),
    columns: [
      { key: "figure", heading: tabs.figures, width: 32 },
      { key: "when", heading: `${figures.day}・${figures.year}` },
      { key: "part", heading: figures.export.part },
      { key: "count", heading: figures.export.count },
      { key: "total", heading: figures.export.total },
    ],
    rows: figureRows(words, shown),
  });
}
