import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import { formatMoment } from "~/messages/days";
import { cellPlace } from "./cell-place";
import type { ReviewForm, ReviewPage, ReviewRow } from "./review-page.server";

/** Every answer by section, with its cell; what was read, what was set, by whom and when. */
export function AnswersRead({ page, lit }: { page: ReviewPage & { canEdit: boolean }; lit: string | null }) {
  const { intake, formNames } = useWords();
  return (
    <section className="panel" id="answers">
      <h2>{intake.answersRead}</h2>
      {page.forms.map((form) => (
        <div key={form.index}>
          {page.forms.length > 1 && <h3 className="panel-text">{formNames[form.form]}</h3>}
          {sectionsOf(form).map(([section, rows]) => (
            <details
              key={section}
              className="section-answers"
              open={rows.some((row) => row.cell === lit) || undefined}
            >
              <summary>{intake.answersSection(section || intake.noSection, rows.length)}</summary>
              <ul className="lines">
                {rows.map((row) => (
                  <AnswerLine key={row.ordinal} row={row} canEdit={page.canEdit} isLit={row.cell === lit} />
                ))}
              </ul>
            </details>
          ))}
        </div>
      ))}
    </section>
  );
}

function sectionsOf(form: ReviewForm): [string, ReviewRow[]][] {
  const sections = new Map<string, ReviewRow[]>();
  for (const row of form.rows) sections.set(row.section, [...(sections.get(row.section) ?? []), row]);
  return [...sections];
}

function AnswerLine({ row, canEdit, isLit }: { row: ReviewRow; canEdit: boolean; isLit: boolean }) {
  const { intake, answers } = useWords();
  return (
    <li id={`a-${row.formIndex}-${row.ordinal}`} className={isLit ? "lit" : undefined}>
      <span className="num">{row.no}</span>
      <span>
        {row.question}
        {row.remark !== "" && <small> — {row.remark}</small>}
        {row.setBy !== null && row.setAt !== null && (
          <small className="block">
            {intake.wasRead(answers[row.readAnswer])}・{intake.setTo(row.setBy, formatMoment(row.setAt))}
            {row.setReason !== "" && `「${row.setReason}」`}
          </small>
        )}
        <small className="block">
          <a className="num" href={`#r-${cellPlace(row.cell).row}`}>
            {row.cell}
          </a>{" "}
          {canEdit && <Link to={`?edit=${row.formIndex}-${row.ordinal}#edit`}>{intake.edit}</Link>}
        </small>
      </span>
      <b>{answers[row.answer]}</b>
    </li>
  );
}
