import { Form, Link } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import { PAGE_SIZE } from "~/domain/list-query";
import { isRegisterNoun } from "~/domain/register";
import { noticeKey } from "~/domain/register-import-notices";
import { type ReportFilter, reportFilters } from "~/domain/register-import-report";
import { problemWords } from "~/messages/labels";
import { recordPath } from "~/register-paths";
import { targetLabel } from "../import-columns/labels";
import type { ImportPageData } from "./route";

type Row = ImportPageData["rows"][number];

function searchOf(only: ReportFilter | null, page = 1): string {
  const params = new URLSearchParams();
  if (only !== null) params.set("only", only);
  if (page > 1) params.set("page", String(page));
  return `?${params}`;
}

/** The figures of the report, each a filter; and the whole report as a file. */
export function ReportFilters({ page }: { page: ImportPageData }) {
  const { imports, lists } = useWords();
  const shown = reportFilters.filter((each) => (page.counts[each] ?? 0) > 0);
  return (
    <div className="list-bar">
      <span className="export">
        <span className="quiet">{imports.report.download}</span>
        <a href={`/imports/${page.id}/report?as=xlsx`}>{lists.exportXlsx}</a>
        <a href={`/imports/${page.id}/report?as=csv`}>{lists.exportCsv}</a>
      </span>
      <nav className="filters" aria-label={imports.report.filter}>
        <Link className="filter" to={searchOf(null)} aria-current={page.only === null ? "true" : undefined}>
          {lists.all}
        </Link>
        {shown.map((each) => (
          <Link
            key={each}
            className="filter"
            to={searchOf(each)}
            aria-current={each === page.only ? "true" : undefined}
          >
            {imports.outcomes[each]} <span className="num">{page.counts[each]}</span>
          </Link>
        ))}
      </nav>
    </div>
  );
}

/** 50 rows of the report: what stood there, what it makes, and everything it has to say. */
export function ReportTable({ page }: { page: ImportPageData }) {
  const words = useWords();
  const { report } = words.imports;
  const isDraft = page.state === "draft";
  const hasButtons = isDraft && page.mayEdit;
  if (page.rows.length === 0) return <p className="panel panel-text">{report.empty}</p>;
  return (
    <section className="panel">
      <ScrollBox label={report.title}>
        <table className="list import-report">
          <caption className="sr">{report.title}</caption>
          <thead>
            <tr>
              <th scope="col" className="right">
                {report.row}
              </th>
              <th scope="col">{report.outcome}</th>
              <th scope="col">{report.table}</th>
              <th scope="col">{isDraft ? report.makes : report.made}</th>
              <th scope="col">{report.notes}</th>
              {hasButtons && <th scope="col">{report.choose}</th>}
            </tr>
          </thead>
          <tbody>
            {page.rows.map((row) => (
              <ReportLine key={row.row} row={row} page={page} hasButtons={hasButtons} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function ReportLine(props: { row: Row; page: ImportPageData; hasButtons: boolean }) {
  const words = useWords();
  const { imports } = words;
  const { row } = props;
  const { targets, repeated } = props.page;
  return (
    <tr id={`row-${row.row}`} className={row.outcome === "failed" ? "is-failed" : undefined}>
      <th scope="row" className="right num">
        <a href={`#row-${row.row}`}>{row.row}</a>
      </th>
      <td className="whole">
        <Tag>{imports.outcomes[row.outcome]}</Tag>
      </td>
      <td>
        <ul className="import-cells">
          {row.cells.map((text, at) =>
            text === "" ? null : (
              <li key={targets[at]} title={targetLabel(words, targets[at] ?? "")}>
                {text}
              </li>
            ),
          )}
        </ul>
      </td>
      <td>
        <ul className="import-made">
          {row.made.map((each) => (
            <li key={`${each.noun} ${each.name} ${each.id}`}>
              <MadeRecord made={each} isDraft={props.hasButtons || row.outcome === "create"} />
            </li>
          ))}
        </ul>
      </td>
      <td>
        <RowProblems row={row} repeated={repeated} />
      </td>
      {props.hasButtons && (
        <td>
          <ChooseRow row={row} />
        </td>
      )}
    </tr>
  );
}

function MadeRecord({ made, isDraft }: { made: Row["made"][number]; isDraft: boolean }) {
  const words = useWords();
  const { imports } = words;
  const name = `${imports.made[made.noun]}${made.name === "" ? "" : `「${made.name}」`}`;
  if (made.id !== null && isRegisterNoun(made.noun)) {
    return <Link to={recordPath(made.noun, made.id)}>{name}</Link>;
  }
  const isGone = !isDraft && made.noun !== "contractSystem";
  return (
    <>
      {name} {isGone && <span className="quiet">{imports.report.gone}</span>}
    </>
  );
}

function RowProblems({ row, repeated }: { row: Row; repeated: readonly string[] }) {
  const words = useWords();
  if (row.problems.length === 0) return null;
  return (
    <ul className="import-notes">
      {row.problems.map((each) => {
        const { what, next } = problemWords(words, each);
        const label = each.at === undefined ? null : targetLabel(words, each.at);
        const isTold = label !== null && repeated.includes(noticeKey(each));
        return (
          <li key={`${each.code} ${each.at ?? ""}`}>
            {label !== null && <b>{words.imports.report.at(label)}</b>}
            {isTold ? (
              <a href="#notices">{words.imports.report.above}</a>
            ) : (
              <>
                {what} <span className="quiet">{next}</span>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function ChooseRow({ row }: { row: Row }) {
  const { report } = useWords().imports;
  if (row.choice === null) return null;
  const word = report[row.choice];
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="choose" />
      <input type="hidden" name="row" value={row.row} />
      <button
        type="submit"
        name="choice"
        value={row.choice}
        className="button small"
        aria-label={report.rowOf(word, row.row)}
      >
        {word}
      </button>
    </Form>
  );
}

/** 50 rows a page; nothing to see where one page is enough. */
export function ReportPager({ page }: { page: ImportPageData }) {
  const { lists } = useWords();
  const last = Math.max(1, Math.ceil(page.total / PAGE_SIZE));
  if (last === 1) return null;
  const from = (page.page - 1) * PAGE_SIZE + 1;
  return (
    <nav className="pager" aria-label={lists.pages}>
      <span className="num">{lists.range(from, Math.min(page.total, from + PAGE_SIZE - 1), page.total)}</span>
      {page.page > 1 && (
        <Link className="button small" to={searchOf(page.only, page.page - 1)} rel="prev">
          {lists.previous}
        </Link>
      )}
      {page.page < last && (
        <Link className="button small" to={searchOf(page.only, page.page + 1)} rel="next">
          {lists.next}
        </Link>
      )}
    </nav>
  );
}
