import type { LoaderFunctionArgs } from "@remix-run/node";
import { refuse } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { askedDates } from "~/past-view.server";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";
import { showCoverage } from "~/use-cases/coverage.server";
import { coverageHeadings, coverageLines } from "./lines";

/** The coverage of a day as xlsx, CSV or JSON: a row each item and each joint, a column each contract. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const asked = new URL(request.url).searchParams;
  const dates = askedDates(request.url);
  const shown = await showCoverage(ports, scope, { ...dates, situation: asked.get("when") ?? "" });
  if (!shown.ok) throw refuse(shown.problems);
  const words = wordsOf(language);
  const { contracts, situation, day } = shown.value;
  return tableReply(request.url, {
    title: words.coverage.title,
    name: words.coverage.exportName(words.coverage.situations[situation], day),
    columns: coverageHeadings(words, contracts),
    rows: coverageLines(words, shown.value),
  });
}
