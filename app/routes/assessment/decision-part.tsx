import { useWords } from "~/components/words";
import type { ShownAssessment } from "./bearers-of-page.server";
import { CloseForm } from "./close-form";
import { DecisionForm } from "./decision-form";
import { DecisionHistory, DecisionNow } from "./decision-shown";
import type { FailedDecision } from "./finding-list";
import type { FindingRow } from "./finding-row.server";
import { OverridePart } from "./override-part";

/** Beside the reasons: the decision as it stands, closing, deciding, and how it came about. */
export function DecisionPart(props: { row: FindingRow; page: ShownAssessment; failed: FailedDecision }) {
  const { row, page, failed } = props;
  const { assessments } = useWords();
  const mayDecide = page.canEdit && row.isGap && page.disclosure.withdrawnReason === null;
  const isFailed = (intent: "decide" | "close") => failed?.intent === intent;
  const form = (
    <DecisionForm
      row={row}
      guideline={page.query.guideline}
      people={page.people}
      failed={isFailed("decide") ? failed : undefined}
    />
  );
  return (
    <div className="stack">
      {row.decision && <DecisionNow row={row} />}
      {page.canEdit && row.decision && row.decision.closedOn === null && (
        <CloseForm row={row} failed={isFailed("close") ? failed : undefined} />
      )}
      {!row.isGap && !row.decision && <p className="note">{assessments.noDecisionNeeded}</p>}
      {row.isGap && !page.canEdit && <p className="note">{assessments.viewerOnly}</p>}
      {mayDecide && !row.decision && form}
      {mayDecide && row.decision && (
        <details open={isFailed("decide")}>
          <summary>{assessments.decideAgain}</summary>
          {form}
        </details>
      )}
      <DecisionHistory history={page.history} />
      <OverridePart row={row} page={page} failed={failed} />
    </div>
  );
}
