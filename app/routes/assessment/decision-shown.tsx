import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Facts } from "~/components/facts";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { formatDay } from "~/messages/days";
import type { AssessmentPage } from "./assessment-page.server";
import type { FindingRow } from "./finding-row.server";

/** The decision that holds, with what of it stays in the house. */
export function DecisionNow({ row }: { row: FindingRow }) {
  const { assessments, decisionKinds, decisions, riskLevels } = useWords();
  const language = useLanguage();
  const { decision } = row;
  if (!decision) return null;
  const { decisionField: label } = assessments;
  const inside = (text: string): ReactNode => (
    <>
      <span className="tag">{assessments.internal}</span> {text}
    </>
  );
  const wide = (name: string, value: ReactNode) => ({ label: name, value, isWide: true });
  return (
    <section className="panel">
      <h3 className="panel-head">{assessments.decisionNow}</h3>
      {row.causes.map((each) => (
        <p key={each} className="note warn">
          <b>{decisions.causes[each].word}</b>　{decisions.causes[each].help}
        </p>
      ))}
      <Facts
        facts={[
          { label: label.kind, value: decisionKinds[decision.kind].word },
          { label: label.owner, value: decision.owner },
          { label: label.dueOn, value: decision.dueOn ? formatDay(decision.dueOn, language) : "−" },
          ...(decision.measure === "" ? [] : [wide(label.measure, decision.measure)]),
          wide(label.reason, inside(decision.reason)),
          ...(decision.likelihood
            ? [{ label: label.likelihood, value: inside(riskLevels[decision.likelihood]) }]
            : []),
          ...(decision.impact ? [{ label: label.impact, value: inside(riskLevels[decision.impact]) }] : []),
          ...(decision.acceptedBy === ""
            ? []
            : [{ label: label.acceptedBy, value: inside(decision.acceptedBy) }]),
          ...(decision.inspectionText === ""
            ? []
            : [wide(label.inspectionText, inside(decision.inspectionText))]),
        ]}
      />
      <p className="panel-text">
        <Link to={`/decisions/${decision.id}`}>{decisions.open}</Link>
      </p>
      {decision.closedOn && (
        <p className="note good">{assessments.closedNote(decision.closedOn, decision.closingReason ?? "")}</p>
      )}
    </section>
  );
}

/** Every decision ever taken on this requirement, newest first. */
export function DecisionHistory({ history }: { history: AssessmentPage["history"] }) {
  const { assessments, decisionKinds, verdicts } = useWords();
  return (
    <div>
      <h3>{assessments.history}</h3>
      {history.length === 0 && <p className="quiet">{assessments.historyEmpty}</p>}
      <ol className="decision-history">
        {history.map((each) => (
          <li key={each.id}>
            <span className="num">
              {assessments.taken(dayInTokyo(each.decidedAt), each.decidedByName ?? "")}
            </span>{" "}
            <b>{decisionKinds[each.kind].word}</b>
            <span className="quiet block">
              {assessments.basisThen(verdicts[each.verdictThen].word)}　{each.reason}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
