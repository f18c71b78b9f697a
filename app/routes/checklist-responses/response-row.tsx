import { Tag } from "~/components/badges";
import type { Column, TableRow } from "~/components/data-table";
import type { Respondent } from "~/domain/checklist";
import type { Words } from "~/messages/words";

export type ListedResponse = {
  id: string;
  respondent: Respondent;
  vendor: string | null;
  title: string;
  round: number;
  answeredOn: string;
  yesCount: number;
  noCount: number;
  notApplicableCount: number;
  blankCount: number;
  unclearCount: number;
  withdrawnReason: string | null;
};

const columns: readonly (Omit<Column, "label"> & { name: keyof Words["checklists"]["columns"] })[] = [
  { name: "title" },
  { name: "vendor" },
  { name: "round", isSortable: false },
  { name: "answeredOn" },
  { name: "yesCount", isNumber: true, isSortable: false },
  { name: "noCount", isNumber: true },
  { name: "blankCount", isNumber: true, isSortable: false },
  { name: "unclearCount", isNumber: true, isSortable: false },
];

export function responseColumns(words: Words): Column[] {
  return columns.map((each) => ({ ...each, label: words.checklists.columns[each.name] }));
}

/** One answered checklist as the list shows it. */
export function responseRow({ checklists, disclosures }: Words, row: ListedResponse): TableRow {
  return {
    id: row.id,
    to: `/checklist-responses/${row.id}`,
    cells: {
      title: (
        <>
          {row.title} {row.withdrawnReason !== null && <Tag>{disclosures.states.withdrawn}</Tag>}
        </>
      ),
      vendor: row.vendor ?? checklists.respondents.hospital,
      round: checklists.roundOf(row.round),
      answeredOn: <span className="num">{row.answeredOn}</span>,
      yesCount: row.yesCount,
      noCount: row.noCount > 0 ? <b>{row.noCount}</b> : 0,
      blankCount: row.blankCount,
      unclearCount: row.unclearCount > 0 ? <b className="late">{row.unclearCount}</b> : 0,
    },
  };
}
