import { DataTable } from "~/components/data-table";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import type { BindersPage } from "./route";

/** Binders that were made, newest first, each with its hash. */
export function MadeTable({ made }: { made: BindersPage["made"] }) {
  const { binders } = useWords();
  const language = useLanguage();
  const names = ["madeOn", "pages", "size", "by", "hash"] as const;
  return (
    <section className="panel">
      <DataTable
        caption={binders.title}
        columns={names.map((name) => ({ name, label: binders.columns[name] }))}
        rows={made.map((each) => ({
          id: each.id,
          cells: {
            madeOn: <a href={`/binders/${each.id}`}>{formatDay(each.madeOn, language)}</a>,
            pages: <span className="num">{binders.pages(each.pageCount)}</span>,
            size: <span className="num">{binders.kilobytes(Math.ceil(each.size / 1024))}</span>,
            by: each.madeBy,
            hash: <span className="hash">{each.sha256}</span>,
          },
        }))}
      />
    </section>
  );
}
