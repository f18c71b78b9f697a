import { Tag } from "~/components/badges";
import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import type { ImportState } from "~/domain/register-import";
import { formatMoment } from "~/messages/days";

type Batch = {
  id: string;
  fileName: string;
  sheet: string;
  state: ImportState;
  rowCount: number;
  createdAt: string;
  by: string;
};

/** Every import of this hospital, the newest first; those taken back stay in the list. */
export function PastImports({ batches }: { batches: readonly Batch[] }) {
  const { imports, forms } = useWords();
  const language = useLanguage();
  const { past } = imports;
  const names = ["fileName", "sheet", "state", "rows", "createdAt", "by"] as const;
  return (
    <section className="panel">
      <h2>{past.title}</h2>
      {batches.length === 0 ? (
        <p className="panel-text">{past.none}</p>
      ) : (
        <DataTable
          caption={past.title}
          columns={names.map((name) => ({
            name,
            label: past.columns[name],
            isNumber: name === "rows",
            isWhole: name === "state" || name === "createdAt",
          }))}
          rows={batches.map((each) => ({
            id: each.id,
            to: `/imports/${each.id}`,
            cells: {
              fileName: each.fileName,
              sheet: each.sheet,
              state: <Tag>{imports.states[each.state]}</Tag>,
              rows: each.rowCount.toLocaleString(language),
              createdAt: formatMoment(each.createdAt),
              by: each.by || forms.notGiven,
            },
          }))}
        />
      )}
    </section>
  );
}
