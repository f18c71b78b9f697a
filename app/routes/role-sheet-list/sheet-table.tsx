import { Link } from "@remix-run/react";
import type { listRoleSheets } from "#db/queries/role-sheets.server";
import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";

type Row = Awaited<ReturnType<typeof listRoleSheets>>["rows"][number];

/** Role sheets with what is open in each. */
export function SheetTable({ rows }: { rows: readonly Row[] }) {
  const words = useWords();
  const language = useLanguage();
  const { count } = words.roles;
  return (
    <DataTable
      caption={words.roles.title}
      columns={[
        { name: "title", label: words.roles.sheetTitle },
        { name: "contract", label: words.roles.contract },
        { name: "vendor", label: words.roles.vendor },
        { name: "rows", label: count.rows, isNumber: true },
        { name: "undecided", label: count.undecided, isNumber: true },
        { name: "openNo", label: `${words.roles.firstChecks.no}・${words.roles.notFilled}`, isNumber: true },
        { name: "revisions", label: count.revisions, isNumber: true },
        { name: "effectiveFrom", label: words.roles.effectiveFrom },
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        to: `/role-sheets/${row.id}`,
        cells: {
          title: (
            <>
              {row.title} {row.isReviewOpen && <span className="tag warn">{words.roleReviews.open}</span>}
            </>
          ),
          contract: (
            <Link to={`/contracts/${row.contractId}`}>{`${row.contractNumber} ${row.contractTitle}`}</Link>
          ),
          vendor: row.vendor,
          rows: row.rows,
          undecided: row.undecided > 0 ? <b className="late">{row.undecided}</b> : 0,
          openNo: row.openNo > 0 ? <b className="late">{row.openNo}</b> : 0,
          revisions: row.revisions,
          effectiveFrom: row.effectiveFrom ? formatDay(row.effectiveFrom, language) : words.forms.notGiven,
        },
      }))}
    />
  );
}
