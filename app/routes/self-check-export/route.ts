import type { LoaderFunctionArgs } from "@remix-run/node";
import { readOwnTable } from "~/routes/self-check/own-table.server";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";

/** The own checklist as a table: row, answers of every round, target day, remark, ground, last year, vendors. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const { words, shown, table } = await readOwnTable(visit, params.id);
  const heads = words.selfChecks.table;
  const texts = (["targetOn", "remark", "evidence", "lastYear", "vendors"] as const).map((key) => ({
    key,
    heading: heads[key],
    width: key === "targetOn" ? 14 : 40,
  }));
  return tableReply(request.url, {
    title: words.selfChecks.tabs.checklists,
    name: words.selfChecks.fileName(shown.sheet.fiscalYear),
    columns: [
      { key: "no", heading: heads.no, width: 10 },
      { key: "item", heading: heads.item, width: 60 },
      { key: "answer", heading: heads.answer, width: 14 },
      ...table.rounds.map((heading, at) => ({ key: `round${at}`, heading, width: 14 })),
      ...texts,
    ],
    rows: table.rows.map(({ rounds, ...row }) => ({
      ...row,
      ...Object.fromEntries(rounds.map((said, at) => [`round${at}`, said])),
    })),
  });
}
