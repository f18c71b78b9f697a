import type { LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import type { SideCell } from "~/domain/side-by-side";
import { refuse } from "~/http.server";
import { type Words, wordsOf } from "~/messages/words";
import { askedComparison } from "~/routes/procurement-compare/asked";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";
import { compareCandidates } from "~/use-cases/procurement-comparison.server";

/** The comparison of an address as a file: a row an item, two columns a candidate. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const asked = askedComparison(request.url, false);
  const found = await compareCandidates(ports, scope, { procurementId: params.id, form: asked.form });
  if (!found.ok) throw refuse(found.problems);
  const words = wordsOf(language);
  const { comparison } = words.procurements;
  const { compared, procurement } = found.value;
  const totals = compared?.totals ?? [];
  const rows = (compared?.rows ?? []).filter((each) => asked.rows === "all" || each.isDifferent);
  return tableReply(request.url, {
    title: comparison.title,
    name: comparison.exportName(procurement.title),
    columns: [
      { key: "no", heading: words.disclosureCompare.columns.no },
      { key: "text", heading: comparison.item, width: 60 },
      { key: "weight", heading: comparison.weight },
      { key: "difference", heading: comparison.different },
      ...totals.flatMap(({ candidateId, name, vendor }) => [
        { key: `${candidateId} answer`, heading: `${name}（${vendor}）` },
        { key: `${candidateId} remark`, heading: `${name} ${comparison.remark}`, width: 40 },
      ]),
    ],
    rows: rows.map((row) => ({
      no: row.no,
      text: row.text,
      weight: comparison.weights[row.weight],
      difference: row.isDifferent ? comparison.different : comparison.equal,
      ...Object.fromEntries(
        totals.flatMap(({ candidateId }, at) => cellsOf(words, candidateId, row.cells[at])),
      ),
    })),
  });
}

function cellsOf(words: Words, id: string, cell: SideCell | undefined): [string, string][] {
  const { comparison } = words.procurements;
  if (!cell || cell.kind === "none")
    return [
      [`${id} answer`, cell ? comparison.obstacles[cell.why] : ""],
      [`${id} remark`, ""],
    ];
  const notes = [
    cell.isToConfirm ? comparison.toConfirm : "",
    cell.carriedFrom === null ? "" : comparison.carried(cell.carriedFrom),
  ].filter(Boolean);
  return [
    [`${id} answer`, [words.answers[cell.answer.answer], ...notes].join("・")],
    [`${id} remark`, cell.answer.remark],
  ];
}
