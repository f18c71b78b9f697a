import { Form } from "@remix-run/react";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import { verdicts } from "~/domain/verdict";
import type { AssessmentPage } from "./assessment-page.server";
import { typedText } from "./decision-input";
import type { FailedDecision } from "./finding-list";
import type { FindingRow } from "./finding-row.server";
import { OverrideHistory } from "./override-shown";

/** 判定の上書き: recording one, taking one back, and how it came about. */
export function OverridePart(props: {
  row: FindingRow;
  page: AssessmentPage & { canEdit: boolean };
  failed: FailedDecision;
}) {
  const { row, page, failed } = props;
  const { override: text } = useWords().judging;
  const isOpen = page.canEdit && page.disclosure.withdrawnReason === null;
  const intent = failed?.intent;
  return (
    <div className="stack">
      {isOpen && (
        <details className="panel confirm" open={intent === "override"}>
          <summary>{row.override ? text.again : text.title}</summary>
          <OverrideForm row={row} guideline={page.query.guideline} failed={failed} />
        </details>
      )}
      {isOpen && row.override && (
        <details className="panel confirm" open={intent === "lift"}>
          <summary>{text.lift}</summary>
          <LiftForm row={row} guideline={page.query.guideline} failed={failed} />
        </details>
      )}
      <OverrideHistory history={page.overrides} />
    </div>
  );
}

type FormProps = { row: FindingRow; guideline: string; failed: FailedDecision };

function Hidden({ row, guideline, intent }: Omit<FormProps, "failed"> & { intent: string }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="requirement" value={row.key} />
      <input type="hidden" name="guideline" value={guideline} />
      <input type="hidden" name="supersedes" value={row.override?.id ?? ""} />
    </>
  );
}

function OverrideForm({ row, guideline, failed }: FormProps) {
  const words = useWords();
  const { override: text } = words.judging;
  const own = failed?.intent === "override" ? failed : undefined;
  const chosen = own ? typedText(own.typed, "overrideVerdict") : "";
  return (
    <Form method="post" className="confirm-body stack" noValidate preventScrollReset>
      <p>{text.what}</p>
      <Hidden row={row} guideline={guideline} intent="override" />
      <Field name="overrideVerdict" label={text.verdict} isRequired problems={own?.problems}>
        {(control) => (
          <select {...control} defaultValue={chosen}>
            <option value="">{words.forms.choose}</option>
            {verdicts
              .filter((each) => each !== row.ruled)
              .map((each) => (
                <option key={each} value={each}>
                  {words.verdicts[each].word}
                </option>
              ))}
          </select>
        )}
      </Field>
      <Field
        name="overrideReason"
        label={text.reason}
        hint={text.reasonHint}
        isRequired
        problems={own?.problems}
      >
        {(control) => (
          <textarea {...control} rows={3} defaultValue={own ? typedText(own.typed, "overrideReason") : ""} />
        )}
      </Field>
      <p>
        <button type="submit" className="button">
          {text.save}
        </button>
      </p>
    </Form>
  );
}

function LiftForm({ row, guideline, failed }: FormProps) {
  const { override: text } = useWords().judging;
  const own = failed?.intent === "lift" ? failed : undefined;
  return (
    <Form method="post" className="confirm-body stack" noValidate preventScrollReset>
      <p>{text.liftWhat}</p>
      <Hidden row={row} guideline={guideline} intent="lift" />
      <Field name="liftReason" label={text.liftReason} isRequired problems={own?.problems}>
        {(control) => (
          <textarea {...control} rows={2} defaultValue={own ? typedText(own.typed, "liftReason") : ""} />
        )}
      </Field>
      <p>
        <button type="submit" className="button">
          {text.lift}
        </button>
      </p>
    </Form>
  );
}
