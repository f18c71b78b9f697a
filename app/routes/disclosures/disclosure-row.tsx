import { Tag } from "~/components/badges";
import type { Column, TableRow } from "~/components/data-table";
import type { FormId } from "~/domain/questionnaire";
import { formatMoment } from "~/messages/days";
import type { Words } from "~/messages/words";

/** A disclosure as lists show it. */
export type ListedDisclosure = {
  id: string;
  vendor: string;
  product: string;
  productVersion: string;
  form: FormId;
  formVersion: string;
  issuedOn: string;
  receivedAt: string;
  yesCount: number;
  noCount: number;
  notApplicableCount: number;
  blankCount: number;
  unclearCount: number;
  isCurrent: number;
  withdrawnReason: string | null;
  /** True when a new one should be asked for. */
  isStale?: boolean;
};

const columnSpecs: readonly (Omit<Column, "label"> & { name: keyof Words["disclosures"]["columns"] })[] = [
  { name: "product" },
  { name: "vendor" },
  { name: "form", isSortable: false },
  { name: "issuedOn" },
  { name: "yesCount", isNumber: true, isSortable: false },
  { name: "noCount", isNumber: true },
  { name: "notApplicableCount", isNumber: true, isSortable: false },
  { name: "blankCount", isNumber: true, isSortable: false },
  { name: "unclearCount", isNumber: true, isSortable: false },
  { name: "receivedAt" },
  { name: "state", isSortable: false },
];

export function disclosureColumns(words: Words): Column[] {
  return columnSpecs.map((spec) => ({ ...spec, label: words.disclosures.columns[spec.name] }));
}

/** current, old or withdrawn. */
export function stateOf(row: Pick<ListedDisclosure, "isCurrent" | "withdrawnReason">) {
  if (row.withdrawnReason !== null) return "withdrawn" as const;
  return row.isCurrent === 1 ? ("current" as const) : ("old" as const);
}

/** @param to where the row leads; the disclosure's own page when left out */
export function disclosureRow(words: Words, row: ListedDisclosure, to = `/disclosures/${row.id}`): TableRow {
  return {
    id: row.id,
    to,
    cells: {
      product: `${row.product} ${row.productVersion}`,
      vendor: row.vendor,
      form: `${words.formNames[row.form]} ${row.formVersion}`,
      issuedOn: <span className="num">{row.issuedOn}</span>,
      yesCount: row.yesCount,
      noCount: row.noCount > 0 ? <b>{row.noCount}</b> : 0,
      notApplicableCount: row.notApplicableCount,
      blankCount: row.blankCount,
      unclearCount: row.unclearCount > 0 ? <b className="late">{row.unclearCount}</b> : 0,
      receivedAt: <span className="num">{formatMoment(row.receivedAt)}</span>,
      state: (
        <>
          <Tag>{words.disclosures.states[stateOf(row)]}</Tag>
          {row.isStale && <Tag>{words.disclosures.stale.tag}</Tag>}
        </>
      ),
    },
  };
}
