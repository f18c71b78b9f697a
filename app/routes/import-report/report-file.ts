import { mappedTargets, parseImportColumns } from "~/domain/register-import";
import { problemWords } from "~/messages/labels";
import type { Words } from "~/messages/words";
import type { ImportReport, ReportRow } from "~/use-cases/import-report.server";
import type { TableColumn, TableRow } from "~/workbook/table-file.server";
import { targetLabel } from "../import-columns/labels";

/** A report as a table: row, result, notices, what it makes, then the clerk's chosen columns as they stood. */
export function reportFile(
  words: Words,
  { batch, rows }: ImportReport,
): { name: string; columns: TableColumn[]; rows: TableRow[] } {
  const { report, outcomes } = words.imports;
  const targets = mappedTargets(parseImportColumns(batch.columns)).map((each) => each.target);
  const columns: TableColumn[] = [
    { key: "row", heading: report.row, width: 8 },
    { key: "outcome", heading: report.outcome, width: 16 },
    { key: "notes", heading: report.notes, width: 60 },
    { key: "made", heading: batch.state === "draft" ? report.makes : report.made, width: 40 },
    ...targets.map((target) => ({ key: target, heading: targetLabel(words, target) })),
  ];
  return {
    name: report.fileName(batch.fileName.replace(/\.[^.]+$/, "")),
    columns,
    rows: rows.map((row) => ({
      row: row.row,
      outcome: outcomes[row.outcome],
      notes: row.problems.map((each) => noteOf(words, each)).join("\n"),
      made: row.made.map((each) => `${words.imports.made[each.noun]} ${each.name}`.trim()).join("\n"),
      ...Object.fromEntries(targets.map((target, at) => [target, row.cells[at] ?? ""])),
    })),
  };
}

function noteOf(words: Words, each: ReportRow["problems"][number]): string {
  const { what, next } = problemWords(words, each);
  const at = each.at === undefined ? "" : words.imports.report.at(targetLabel(words, each.at));
  return `${at}${what}${next}`;
}
