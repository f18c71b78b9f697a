import type { LoaderFunctionArgs } from "@remix-run/node";
import { wordsOf } from "~/messages/words";
import { readDisclosureComparison } from "~/routes/disclosure-compare/compare.server";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";

/** The rows of an address as a file, all of them; a side with several answers has a line for each. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const { pair, disclosure } = await readDisclosureComparison(visit, params.id, request.url);
  const { disclosureCompare: text, answers } = wordsOf(visit.language);
  const sides = ["older", "newer"] as const;
  const parts = ["no", "answer", "remark", "cell"] as const;
  const label = { no: text.columns.no, ...text.export };
  return tableReply(request.url, {
    title: text.title,
    name: text.exportName(disclosure.product),
    columns: [
      { key: "question", heading: text.columns.question, width: 50 },
      { key: "change", heading: text.columns.change },
      { key: "obstacle", heading: text.export.obstacle, width: 40 },
      ...sides.flatMap((side) =>
        parts.map((part) => ({ key: `${side}-${part}`, heading: `${text[side]} ${label[part]}` })),
      ),
    ],
    rows: (pair?.shown ?? []).map((row) => ({
      question: (row.newer[0] ?? row.older[0])?.question ?? "",
      change: [text.changes[row.change], row.isReworded ? text.reworded : ""].filter(Boolean).join("・"),
      obstacle: row.obstacle ? text.obstacles[row.obstacle] : "",
      ...Object.fromEntries(
        sides.flatMap((side) => [
          [`${side}-no`, row[side].map((each) => each.no).join("\n")],
          [`${side}-answer`, row[side].map((each) => answers[each.answer]).join("\n")],
          [`${side}-remark`, row[side].map((each) => each.remark).join("\n")],
          [`${side}-cell`, row[side].map((each) => each.cell).join("\n")],
        ]),
      ),
    })),
  });
}
