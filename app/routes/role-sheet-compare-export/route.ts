import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileReply } from "~/file-reply.server";
import { wordsOf } from "~/messages/words";
import { comparedRows, readComparison } from "~/routes/role-sheet-compare/compare.server";
import { requireScope } from "~/scope.server";
import { tableAsCsv, tableAsXlsx } from "~/workbook/table-file.server";

/** 新旧対照表 as a file: one line a changed field, one line a row that came, went or was left out. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const asked = new URL(request.url).searchParams;
  const page = await readComparison(visit, params.id ?? "", {
    from: asked.get("from") ?? "",
    to: asked.get("to") ?? "",
  });
  const words = wordsOf(visit.language);
  const { roleCompare, roles } = words;
  const rows = comparedRows(words, page.sheet, page.differences)
    .filter((each) => each.kind !== "same")
    .flatMap(({ no, label, kind, reason, fields }) => {
      const row = { no, label, kind: roleCompare.kinds[kind], reason };
      if (fields.length === 0) return [{ ...row, field: "", old: "", next: "" }];
      return fields.map(({ field, old, next }) => ({ ...row, field, old, next }));
    });
  const headings = [
    { key: "no", heading: roles.column.no },
    { key: "label", heading: roles.column.label },
    { key: "kind", heading: roleCompare.kind },
    { key: "field", heading: roleCompare.what },
    { key: "old", heading: roleCompare.old },
    { key: "next", heading: roleCompare.next },
    { key: "reason", heading: roles.column.leftOutReason },
  ];
  const name = roleCompare.exportName(page.sheet.title);
  return asked.get("as") === "csv"
    ? fileReply(tableAsCsv(headings, rows), `${name}.csv`)
    : fileReply(await tableAsXlsx(roleCompare.title, headings, rows), `${name}.xlsx`);
}
