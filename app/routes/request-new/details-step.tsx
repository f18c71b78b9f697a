import { Form } from "@remix-run/react";
import { Choice, Field, FieldGroup } from "~/components/field";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { type FormRequestKind, recurrences } from "~/domain/request";
import type { TypedAsking } from "./asking-form.server";
import type { Details } from "./route";
import { TargetTable } from "./target-table";

type Typed = TypedAsking | undefined;
type StepProps = {
  kind: FormRequestKind;
  details: Details;
  typed: Typed;
  problems: readonly Problem[] | undefined;
};

/** 依頼の内容: the form asked, to whom, until when, in which words. */
export function DetailsStep(props: StepProps) {
  const { requests } = useWords();
  const own = requests.new;
  const { kind, details, problems } = props;
  const isMixed = new Set(details.candidates.map((each) => each.isService)).size > 1;
  const labels = {
    catalogueRef: own.form,
    title: own.titleLabel,
    message: own.message,
    dueOn: own.dueOn,
    reminderDays: own.reminderDays,
    recurrence: own.recurrence,
  };
  const named = (problems ?? []).map((each) => placeNamed(each, details));
  return (
    <Form method="post" action="/requests/new" className="stack form" noValidate>
      <ProblemSummary problems={problems ? named : undefined} labels={labels} />
      <input type="hidden" name="kind" value={kind} />
      {isMixed && <p className="note warn">{own.mixed}</p>}
      <TargetTable kind={kind} details={details} typed={props.typed} />
      <FormField {...props} />
      <WordFields {...props} />
      <TimeFields {...props} />
      <p className="form-foot">
        <button type="submit" name="intent" value="preview" className="button primary">
          {own.preview}
        </button>
      </p>
    </Form>
  );
}

/** `targets.3.contactId` says nothing to a reader: the place is the subject's name. */
function placeNamed(problem: Problem, details: Details): Problem {
  const index = /^targets\.(\d+)\./.exec(problem.at ?? "")?.[1];
  if (index === undefined) return problem;
  const found = details.candidates[Number(index)];
  return found ? { ...problem, at: `${found.vendor} ${found.name}` } : problem;
}

function FormField({ kind, details, typed, problems }: StepProps) {
  const { requests } = useWords();
  const own = requests.new;
  const service = details.candidates.some((each) => each.isService === 1);
  const isOfService = (title: string) => /サービス|SDS/.test(title);
  const fitting = details.forms.find((each) => kind !== "disclosure" || isOfService(each.title) === service);
  const first = (fitting ?? details.forms[0])?.ref ?? "";
  if (details.forms.length === 0) return <p className="note warn">{own.noForm}</p>;
  return (
    <Field name="catalogueRef" label={own.form} hint={own.formHint} problems={problems} isRequired>
      {(control) => (
        <select {...control} defaultValue={typed?.catalogueRef || first}>
          {details.forms.map(({ ref, title, version, isReplaced }) => (
            <option key={ref} value={ref}>
              {`${title} ${title.includes(version) ? "" : version}${isReplaced ? own.replaced : ""}`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function WordFields({ kind, typed, problems }: StepProps) {
  const own = useWords().requests.new;
  return (
    <>
      <Field name="title" label={own.titleLabel} problems={problems} isRequired>
        {(control) => <input {...control} maxLength={200} defaultValue={typed?.title ?? own.titleOf[kind]} />}
      </Field>
      <Field name="message" label={own.message} hint={own.messageHint} problems={problems}>
        {(control) => <textarea {...control} rows={4} maxLength={4000} defaultValue={typed?.message ?? ""} />}
      </Field>
    </>
  );
}

function TimeFields({ details, typed, problems }: StepProps) {
  const { requests } = useWords();
  const own = requests.new;
  return (
    <>
      <Field name="dueOn" label={own.dueOn} problems={problems} isRequired>
        {(control) => (
          <input {...control} type="date" min={details.today} defaultValue={typed?.dueOn ?? details.dueOn} />
        )}
      </Field>
      <FieldGroup name="recurrence" label={own.recurrence} problems={problems}>
        <div className="choices">
          {recurrences.map((value) => (
            <Choice
              key={value}
              type="radio"
              name="recurrence"
              value={value}
              label={own.recurrences[value]}
              isChecked={(typed?.recurrence || "once") === value}
            />
          ))}
        </div>
      </FieldGroup>
      <Field name="reminderDays" label={own.reminderDays} hint={own.reminderHint} problems={problems}>
        {(control) => (
          <input {...control} defaultValue={typed?.reminderDays ?? details.reminderDays.join(" ")} />
        )}
      </Field>
    </>
  );
}
