import { ConfirmPanel } from "~/components/confirm-panel";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import { typedText } from "./decision-input";
import type { FailedDecision } from "./finding-list";
import type { FindingRow } from "./finding-row.server";

/** 完了: what was promised is done, with the evidence named. */
export function CloseForm({ row, failed }: { row: FindingRow; failed: FailedDecision }) {
  const { assessments } = useWords();
  const problems = failed?.problems;
  return (
    <ConfirmPanel
      title={assessments.close}
      what={assessments.closeWhat}
      fields={{ intent: "close", requirement: row.key, decisionId: row.decision?.id ?? "" }}
      button={assessments.close}
    >
      <Field
        name="closeReason"
        label={assessments.closeReason}
        hint={assessments.closeReasonHint}
        isRequired
        problems={problems}
      >
        {(control) => (
          <textarea
            {...control}
            rows={2}
            defaultValue={failed ? typedText(failed.typed, "closeReason") : ""}
          />
        )}
      </Field>
      <Field
        name="closedOn"
        label={assessments.closedOn}
        hint={assessments.dueHint}
        isRequired
        problems={problems}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="numeric"
            className="compact"
            defaultValue={failed ? typedText(failed.typed, "closedOn") : ""}
          />
        )}
      </Field>
    </ConfirmPanel>
  );
}
