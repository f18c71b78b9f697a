import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import type { DeclarationPage } from "./route";
import { serverCells, serverColumns } from "./server-words";

/** Every server in use with who updates it, the systems without one, and the exports. */
export function ListNow({ page }: { page: DeclarationPage }) {
  const words = useWords();
  const { declarations: text } = words;
  const { counts } = page;
  return (
    <section className="panel">
      <h2>
        {text.countsTitle}{" "}
        <small>{text.counts(counts.total, counts.vendor, counts.hospital, counts.unclear)}</small>{" "}
        <span className="export">
          <a href="/server-list/export?as=xlsx">{words.lists.exportXlsx}</a>{" "}
          <a href="/server-list/export?as=csv">{words.lists.exportCsv}</a>
        </span>
      </h2>
      {counts.vendorWithoutClause > 0 && (
        <p className="panel-text">{text.withoutClause(counts.vendorWithoutClause)}</p>
      )}
      {page.systemsWithout.length > 0 && (
        <details className="panel-text">
          <summary>{text.systemsWithout(page.systemsWithout.length)}</summary>
          <ul className="plain-list">
            {page.systemsWithout.map((each) => (
              <li key={each.id}>
                <Link to={`/systems/${each.id}`}>{each.name}</Link>
              </li>
            ))}
          </ul>
        </details>
      )}
      <DataTable
        caption={text.listTitle}
        columns={serverColumns.map((name) => ({ name, label: text.fields[name] }))}
        rows={page.servers.map((each) => ({
          id: each.id,
          to: `/servers/${each.id}`,
          cells: serverCells(words, each),
        }))}
      />
    </section>
  );
}
