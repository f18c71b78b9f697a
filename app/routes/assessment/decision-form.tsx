import { Form } from "@remix-run/react";
import { useRef } from "react";
import { Choice, Field, FieldGroup } from "~/components/field";
import { useWords } from "~/components/words";
import { decisionKinds, riskLevels } from "~/domain/decision";
import type { Problem } from "~/domain/problem";
import { typedText } from "./decision-input";
import type { FailedDecision } from "./finding-list";
import type { FindingRow } from "./finding-row.server";

/** What the hospital does about a gap: what the vendor will read apart from what stays in the house. */
export function DecisionForm(props: {
  row: FindingRow;
  guideline: string;
  people: readonly Person[];
  failed: FailedDecision;
}) {
  const { row, failed } = props;
  const { assessments } = useWords();
  return (
    <Form method="post" className="stack decide" noValidate preventScrollReset>
      <h3>{assessments.decideTitle}</h3>
      {row.decision && <p className="quiet">{assessments.decideNew}</p>}
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="requirement" value={row.key} />
      <input type="hidden" name="guideline" value={props.guideline} />
      <input type="hidden" name="supersedes" value={row.decision?.id ?? ""} />
      <DecisionFields people={props.people} failed={failed} />
      <p>
        <button type="submit" className="button">
          {assessments.record}
        </button>
      </p>
    </Form>
  );
}

export type Person = { id: string; name: string };

/** The fields of a decision, for one gap or for several. */
export function DecisionFields(props: {
  people: readonly Person[];
  failed: { problems: Problem[]; typed: Record<string, string | string[]> } | undefined;
}) {
  const { failed } = props;
  const words = useWords();
  const { assessments, decisionKinds: kindWords } = words;
  const { decisionField: labels } = assessments;
  const reason = useRef<HTMLTextAreaElement>(null);
  const problems = failed?.problems;
  const value = (name: string) => (failed ? typedText(failed.typed, name) : "");
  const start = (kind: (typeof decisionKinds)[number]) => {
    const starters = decisionKinds.map((each) => kindWords[each].starter);
    const box = reason.current;
    // why: a sentence somebody began is never overwritten, only another starter or nothing.
    if (box && (box.value === "" || starters.includes(box.value))) box.value = kindWords[kind].starter;
  };
  return (
    <>
      <FieldGroup name="kind" label={labels.kind} isRequired problems={problems}>
        <div className="choices">
          {decisionKinds.map((kind) => (
            <span key={kind} onChange={() => start(kind)}>
              <Choice
                type="radio"
                name="kind"
                value={kind}
                label={kindWords[kind].word}
                isChecked={value("kind") === kind}
              />
            </span>
          ))}
        </div>
      </FieldGroup>
      <div className="for-measure">
        <Field name="measure" label={labels.measure} hint={assessments.measureNote} problems={problems}>
          {(control) => <textarea {...control} rows={2} defaultValue={value("measure")} />}
        </Field>
      </div>
      <div className="pair">
        <Field name="owner" label={labels.owner} isRequired problems={problems}>
          {(control) => <input {...control} type="text" className="compact" defaultValue={value("owner")} />}
        </Field>
        <Field name="dueOn" label={labels.dueOn} hint={assessments.dueHint} problems={problems}>
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="numeric"
              className="compact"
              defaultValue={value("dueOn")}
            />
          )}
        </Field>
      </div>
      <Field name="ownerAccountId" label={words.decisions.ownerAccount} problems={problems}>
        {(control) => (
          <select {...control} defaultValue={value("ownerAccountId")}>
            <option value="">{words.decisions.ownerNone}</option>
            {props.people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <InternalFields reason={reason} value={value} problems={problems} />
    </>
  );
}

function InternalFields(props: {
  reason: React.RefObject<HTMLTextAreaElement>;
  value: (name: string) => string;
  problems: NonNullable<FailedDecision>["problems"] | undefined;
}) {
  const { value, problems } = props;
  const { assessments, riskLevels: levels } = useWords();
  const { decisionField: labels } = assessments;
  return (
    <div className="internal stack">
      <p>
        <span className="tag">{assessments.internal}</span> {assessments.internalNote}
      </p>
      <Field name="reason" label={labels.reason} isRequired problems={problems}>
        {(control) => <textarea {...control} ref={props.reason} rows={3} defaultValue={value("reason")} />}
      </Field>
      <div className="for-risk stack">
        {(["likelihood", "impact"] as const).map((name) => (
          <FieldGroup key={name} name={name} label={labels[name]} problems={problems}>
            <div className="choices">
              {riskLevels.map((level) => (
                <Choice
                  key={level}
                  type="radio"
                  name={name}
                  value={level}
                  label={levels[level]}
                  isChecked={value(name) === level}
                />
              ))}
            </div>
          </FieldGroup>
        ))}
        <Field name="acceptedBy" label={labels.acceptedBy} problems={problems}>
          {(control) => (
            <input {...control} type="text" className="compact" defaultValue={value("acceptedBy")} />
          )}
        </Field>
      </div>
      <Field name="inspectionText" label={labels.inspectionText} problems={problems}>
        {(control) => <textarea {...control} rows={2} defaultValue={value("inspectionText")} />}
      </Field>
    </div>
  );
}
