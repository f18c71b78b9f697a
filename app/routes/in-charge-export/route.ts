import type { LoaderFunctionArgs } from "@remix-run/node";
import { refuse } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { inChargeQuery, inChargeState } from "~/routes/in-charge/asked";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";
import { showInCharge } from "~/use-cases/in-charge.server";
import { inChargeHeadings, inChargeLines } from "./lines";

/** More rows than this are cut; a hospital has thousands at the most. */
const MAX_ROWS = 20_000;

/** What the page shows, all its rows, as xlsx, CSV or JSON; the two dates stand in every row. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const query = { ...inChargeQuery(inChargeState(request.url), MAX_ROWS), page: 1 };
  const shown = await showInCharge(ports, scope, query);
  if (!shown.ok) throw refuse(shown.problems);
  const words = wordsOf(language);
  const { inCharge, tabs } = words.overTime;
  return tableReply(request.url, {
    title: tabs.inCharge,
    name: inCharge.exportName(shown.value.dates.day),
    columns: inChargeHeadings(words),
    rows: inChargeLines(words, shown.value),
  });
}
