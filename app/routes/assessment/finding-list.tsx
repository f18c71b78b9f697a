import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import type { AssessmentPage } from "./assessment-page.server";
import { assessmentSearch } from "./assessment-query";
import type { ShownAssessment } from "./bearers-of-page.server";
import { FindingRow } from "./finding-row";

/** A decision or closing that was refused, with what was typed. */
export type FailedDecision =
  | { problems: Problem[]; typed: Record<string, string | string[]>; requirement: string; intent: string }
  | undefined;

/** Findings, gaps first, 50 a page; each opens in place. */
export function FindingList(props: { page: ShownAssessment; failed: FailedDecision }) {
  const { page, failed } = props;
  const { assessments } = useWords();
  const { columns } = assessments;
  return (
    <section className="panel findings">
      <div className="finding header" aria-hidden="true">
        <b>{columns.clause}</b>
        <span>
          {columns.summary} {page.query.chapter && `— ${page.query.chapter}`}
        </span>
        <span>{columns.verdict}</span>
        <span>{columns.answer}</span>
        <span>{columns.decision}</span>
      </div>
      {page.rows.length === 0 && <p className="panel-text">{assessments.nothing}</p>}
      {page.rows.map((row) => (
        <FindingRow
          key={row.key}
          row={row}
          page={page}
          isOpen={row.key === page.query.open}
          failed={failed?.requirement === row.key ? failed : undefined}
        />
      ))}
      <Paging page={page} />
    </section>
  );
}

function Paging({ page }: { page: AssessmentPage }) {
  const { assessments, lists } = useWords();
  const { paging, query } = page;
  if (paging.pages === 1) return null;
  const to = (number: number) => assessmentSearch(query, { page: number, open: null });
  return (
    <nav className="pager panel-text" aria-label={lists.pages}>
      <span className="num">{assessments.range(paging.from, paging.to, paging.total)}</span>
      {paging.page > 1 && <Link to={to(paging.page - 1)}>{lists.previous}</Link>}
      {paging.page < paging.pages && <Link to={to(paging.page + 1)}>{lists.next}</Link>}
    </nav>
  );
}
