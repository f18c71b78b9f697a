import { Form, Link } from "@remix-run/react";
import { BearersCell } from "~/components/bearers";
import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import type { ShownCatalogue } from "./bearers-of-rows.server";
import type { CataloguePage } from "./catalogue-page.server";

type Failed = { typed: { item: string; evidence: string } } | undefined;
type Row = CataloguePage["rows"][number];

/** The rows, each with where it comes from, and whether a person compared its number with the official text. */
export function CatalogueTable({ page, failed }: { page: ShownCatalogue; failed: Failed }) {
  const { catalogues, bearers } = useWords();
  const labels = { ...catalogues.row, bearers: bearers.column };
  const names = (["no", "content", "bearers", "provenance", "confirm"] as const).filter(
    (name) =>
      (name !== "confirm" || page.confirmableCount > 0) && (name !== "bearers" || page.bearers !== null),
  );
  return (
    <section className="panel catalogue" id="rows">
      <h2>
        {catalogues.rows}{" "}
        <small className="num">{catalogues.range(page.paging.from, page.paging.to, page.total)}</small>
      </h2>
      {page.bearers && <p className="panel-text quiet">{bearers.everySheet}</p>}
      <DataTable
        caption={catalogues.rows}
        columns={names.map((name) => ({ name, label: labels[name] }))}
        rows={page.rows.map((row) => ({
          id: row.key,
          cells: {
            no: row.no === "" ? <span className="quiet">{catalogues.noNumber}</span> : <b>{row.no}</b>,
            content: <Content row={row} />,
            bearers: <BearersCell of={page.bearers?.[row.key]} />,
            provenance: <Origin row={row} />,
            confirm: <Confirmation row={row} page={page} failed={failed} />,
          },
        }))}
      />
      <Paging page={page} />
    </section>
  );
}

function Content({ row }: { row: Row }) {
  return (
    <>
      {row.text}
      {row.details.map((each) => (
        <span key={each} className="block quiet">
          {each}
        </span>
      ))}
    </>
  );
}

function Origin({ row }: { row: Row }) {
  const { catalogues, provenances, confidences } = useWords();
  return (
    <>
      {row.provenance && (
        <span className="tag" title={provenances[row.provenance].help}>
          {provenances[row.provenance].word}
        </span>
      )}{" "}
      {row.confidence && (
        <span className="tag" title={confidences[row.confidence].help}>
          {confidences[row.confidence].word}
        </span>
      )}
      {row.source !== "" && <span className="block quiet source">{catalogues.sourceIs(row.source)}</span>}
    </>
  );
}

function Confirmation(props: { row: Row; page: CataloguePage & { canEdit: boolean }; failed: Failed }) {
  const { row, page } = props;
  const { catalogues } = useWords();
  const { confirmation } = row;
  if (confirmation) {
    return (
      <>
        {catalogues.confirmedBy(dayInTokyo(confirmation.confirmedAt), confirmation.by ?? "")}
        <span className="block quiet">{confirmation.evidence}</span>
      </>
    );
  }
  if (!row.isConfirmable) return <>{catalogues.notNeeded}</>;
  if (!page.canEdit) return <>{catalogues.unconfirmed}</>;
  const own = props.failed?.typed.item === row.key ? props.failed.typed : null;
  return (
    <details open={own !== null}>
      <summary>{catalogues.unconfirmed}</summary>
      <Form method="post" className="confirm-clause" preventScrollReset>
        <p className="quiet">{catalogues.confirmWhat}</p>
        <input type="hidden" name="item" value={row.key} />
        <input type="hidden" name="page" value={page.paging.page} />
        <input
          id={own ? "field-evidence" : undefined}
          type="text"
          name="evidence"
          className="compact"
          aria-label={catalogues.evidenceFor(row.no)}
          placeholder={catalogues.evidenceHint}
          defaultValue={own?.evidence ?? ""}
        />
        <button type="submit" className="button small">
          {catalogues.confirm}
        </button>
      </Form>
    </details>
  );
}

function Paging({ page }: { page: CataloguePage }) {
  const { lists, catalogues } = useWords();
  const { paging } = page;
  if (paging.pages === 1) return null;
  return (
    <nav className="pager panel-text" aria-label={lists.pages}>
      <span className="num">{catalogues.range(paging.from, paging.to, page.total)}</span>
      {paging.page > 1 && <Link to={`?page=${paging.page - 1}#rows`}>{lists.previous}</Link>}
      {paging.page < paging.pages && <Link to={`?page=${paging.page + 1}#rows`}>{lists.next}</Link>}
    </nav>
  );
}
