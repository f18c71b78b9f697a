import { Link, useNavigate } from "@remix-run/react";
import type { SyntheticEvent } from "react";
import { VerdictBadge } from "~/components/badges";
import { BearersShort } from "~/components/bearers";
import { useWords } from "~/components/words";
import { assessmentSearch } from "./assessment-query";
import type { ShownAssessment } from "./bearers-of-page.server";
import { DecisionPart } from "./decision-part";
import type { FailedDecision } from "./finding-list";
import type { FindingRow as Row } from "./finding-row.server";
import { OverrideTag } from "./override-shown";
import { Why } from "./why";

/**
 * One finding in one line; it opens in place. The reasons are there without script; the decision is on the
 * row that the address opens, and with script opening a row goes there.
 */
export function FindingRow(props: {
  row: Row;
  page: ShownAssessment;
  isOpen: boolean;
  failed: FailedDecision;
}) {
  const { row, page, isOpen } = props;
  const { assessments, bearers } = useWords();
  const navigate = useNavigate();
  const to = assessmentSearch(page.query, { open: row.key });
  const openFully = (event: SyntheticEvent<HTMLDetailsElement>) => {
    if (event.currentTarget.open && !isOpen) navigate(to, { replace: true, preventScrollReset: true });
  };
  return (
    <details open={isOpen} id={isOpen ? "open" : undefined} onToggle={openFully}>
      <summary className={isOpen ? "finding opened" : "finding"}>
        <ClauseMark clause={row.clause} isConfirmed={row.isConfirmed} />
        <span>
          {row.summary}
          <span className="bearer-line quiet">
            {bearers.label}：<BearersShort of={page.bearers[row.key]} />
          </span>
        </span>
        <span>
          <VerdictBadge verdict={row.verdict} unmetAnswer={row.unmetAnswer} />
          <OverrideTag row={row} />
        </span>
        <AnswerShort row={row} />
        <DecisionShort row={row} />
      </summary>
      <div className="opened-body">
        <Why row={row} bearers={page.bearers[row.key]} />
        {isOpen ? (
          <DecisionPart row={row} page={page} failed={props.failed} />
        ) : (
          <p>
            <Link className="button small" to={`${to}#open`}>
              {assessments.decideOpen}
            </Link>
          </p>
        )}
      </div>
    </details>
  );
}

/** The clause's number, always with whether a person compared it with the official text. */
export function ClauseMark({ clause, isConfirmed }: { clause: string; isConfirmed: boolean }) {
  const { assessments } = useWords();
  return (
    <span className="clause" title={isConfirmed ? assessments.confirmed : assessments.unconfirmed}>
      <b>{clause}</b>
      {!isConfirmed && <span className="quiet block">{assessments.unconfirmed}</span>}
    </span>
  );
}

const SHORT = 60;

function AnswerShort({ row }: { row: Row }) {
  const { assessments, answers } = useWords();
  const all = row.lines.flatMap((line) => line.answers);
  // The answer that explains the verdict first: what made it unmet, then what is open, then the rest.
  const first =
    all.find((each) => each.answer === (row.unmetAnswer ?? "no")) ??
    all.find((each) => each.answer !== "yes") ??
    all[0];
  if (!first)
    return <span className="remark quiet">{row.lines.length === 0 ? assessments.noQuestion : "−"}</span>;
  const cut = first.remark.length > SHORT ? `${first.remark.slice(0, SHORT)}…` : first.remark;
  return (
    <span className="remark">
      {answers[first.answer]}
      {cut !== "" && `「${cut}」`}
      {all.length > 1 && <span className="quiet"> {assessments.others(all.length - 1)}</span>}
    </span>
  );
}

function DecisionShort({ row }: { row: Row }) {
  const { assessments, decisionKinds, decisions } = useWords();
  const { decision } = row;
  if (!decision) {
    return row.isGap ? (
      <span className="decision late">{assessments.undecided}</span>
    ) : (
      <span className="decision">−</span>
    );
  }
  return (
    <span className="decision">
      {decisionKinds[decision.kind].word}
      {decision.closedOn && <span className="quiet block">{assessments.closed(decision.closedOn)}</span>}
      {row.causes.map((each) => (
        <span key={each} className="late block">
          {decisions.causes[each].word}
        </span>
      ))}
    </span>
  );
}
