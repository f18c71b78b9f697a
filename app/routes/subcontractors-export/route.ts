import type { LoaderFunctionArgs } from "@remix-run/node";
import { wordsOf } from "~/messages/words";
import { askedDates } from "~/past-view.server";
import { readSubcontractorsPage } from "~/routes/contract-subcontractors/page.server";
import {
  subcontractorCells,
  subcontractorColumns,
} from "~/routes/contract-subcontractors/subcontractor-words";
import { requireScope } from "~/scope.server";
import { tableReply } from "~/table-reply.server";

/** The subcontractors of one contract as a file, in the order of the tree. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const { head, placed, asked } = await readSubcontractorsPage(
    visit,
    params.id ?? "",
    askedDates(request.url),
  );
  const words = wordsOf(visit.language);
  const { subcontractorsTitle, subcontractorColumns: headings } = words.contractRecords;
  return tableReply(request.url, {
    name: words.registers.exportName(`${subcontractorsTitle}_${head.number}`, asked.day),
    title: subcontractorsTitle,
    columns: subcontractorColumns.map((key) => ({ key, heading: headings[key] })),
    rows: placed.map((each) => subcontractorCells(words, visit.language, each, head.vendorName)),
  });
}
