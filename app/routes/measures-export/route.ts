import type { LoaderFunctionArgs } from "@remix-run/node";
import { wordsOf } from "~/messages/words";
import { readBoard } from "~/routes/measures/page.server";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";

/** The board as the list shows it, whole: one line a system and measure. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const words = wordsOf(visit.language);
  const board = await readBoard(visit, request.url);
  const { columns, exportName, answerOf, servers, evidenceOf } = words.measures;
  const names = ["system", "measure", "disclosed", "bearer", "last"] as const;
  return tableReply(request.url, {
    title: words.selfChecks.tabs.measures,
    name: exportName(board.today),
    columns: names.map((key) => ({ key, heading: columns[key], width: key === "system" ? 24 : 40 })),
    rows: board.cells.map(({ system, measure, answers, bearers, servers: own, last }) => ({
      system: system.name,
      measure: measure.title,
      disclosed: answers.map((each) => answerOf(each.no, words.answers[each.answer])).join(" "),
      bearer: [
        ...bearers.map((each) => `${each.thirdPartyName || words.parties[each.party]} ${each.contract}`),
        ...(own === null ? [] : [servers(own.vendor, own.hospital, own.unclear)]),
      ].join(" / "),
      last: last === null ? "" : `${last.doneOn} ${last.what} ${evidenceOf(last.evidence)}`,
    })),
  });
}
