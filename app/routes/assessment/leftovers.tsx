import type { ReactNode } from "react";
import { BearersShort } from "~/components/bearers";
import { DataTable } from "~/components/data-table";
import { useWords } from "~/components/words";
import { clauseText } from "~/domain/guideline";
import type { AssessmentPage } from "./assessment-page.server";
import type { ShownAssessment } from "./bearers-of-page.server";
import { ClauseMark } from "./finding-row";

/** What takes no part in the verdicts, so that nothing is hidden: own duties, unused answers, unknown clauses. */
export function Leftovers({ page }: { page: ShownAssessment }) {
  const { assessments, bearers } = useWords();
  return (
    <>
      <Closed title={assessments.own} what={assessments.ownWhat} count={page.own.length}>
        <ul className="lines own-lines">
          {page.own.map((each) => (
            <li key={each.key}>
              <ClauseMark clause={clauseText(each)} isConfirmed={each.isConfirmed} />
              <span>
                {each.summary}
                <span className="quiet block">
                  {bearers.label}：<BearersShort of={page.bearers[each.key]} />
                </span>
              </span>
            </li>
          ))}
        </ul>
      </Closed>
      <Closed title={assessments.unjoined} what={assessments.unjoinedWhat} count={page.unjoined.length}>
        <AnswerList caption={assessments.unjoined} answers={page.unjoined} />
      </Closed>
      <Closed title={assessments.unused} what={assessments.unusedWhat} count={page.unused.length}>
        <AnswerList caption={assessments.unused} answers={page.unused} />
      </Closed>
      <Closed
        title={assessments.unknownClauses}
        what={assessments.unknownClausesWhat}
        count={page.unknownClauses.length}
      >
        <ul className="lines own-lines">
          {page.unknownClauses.map((each) => (
            <li key={`${each.cell} ${each.clause}`}>
              <span className="num">{each.cell}</span>
              <span>
                {each.no} {each.clause}
              </span>
            </li>
          ))}
        </ul>
      </Closed>
    </>
  );
}

function AnswerList(props: { caption: string; answers: AssessmentPage["unused"] }) {
  const { disclosures, answers } = useWords();
  return (
    <DataTable
      caption={props.caption}
      columns={(["no", "question", "answer", "remark", "cell"] as const).map((name) => ({
        name,
        label: disclosures.answerColumns[name],
      }))}
      rows={props.answers.map((each) => ({
        id: each.cell,
        cells: { ...each, answer: answers[each.answer] },
      }))}
    />
  );
}

function Closed(props: { title: string; what: string; count: number; children: ReactNode }) {
  const { assessments } = useWords();
  if (props.count === 0) return null;
  return (
    <details className="panel closed-part">
      <summary>
        {props.title} <span className="quiet">{assessments.count(props.count)}</span>
      </summary>
      <p className="panel-text quiet">{props.what}</p>
      {props.children}
    </details>
  );
}
