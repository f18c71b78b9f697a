import { Form } from "@remix-run/react";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import type { DraftPage, OfficialPart } from "./draft-page.server";
import { type Failed, problemsOf, typedOr } from "./typed";

const intents = ["head"];
const required = ["title", "id", "version", "issuer"] as const;
const forms = ["MDS", "SDS"] as const;

/** 名前・版・発行者: what the catalogue is called. Open as long as something required is empty. */
export function HeadForm(props: { page: DraftPage; official: OfficialPart; failed: Failed }) {
  const { failed, official } = props;
  const { review } = useWords().catalogueDrafts;
  const problems = problemsOf(failed, intents);
  const value = (name: keyof typeof official.head) => typedOr(failed, intents, name, official.head[name]);
  const isOpen = problems !== undefined || required.some((name) => official.head[name] === "");
  const hints: Partial<Record<(typeof required)[number], string>> = {
    id: review.idHint,
    version: review.versionHint,
  };
  return (
    <details className="panel confirm" open={isOpen}>
      <summary>{review.head}</summary>
      <Form method="post" className="confirm-body grid" preventScrollReset>
        {official.kind === "questionnaire" && (
          <Field name="form" label={review.form} isRequired problems={problems}>
            {(control) => (
              <select {...control} defaultValue={typedOr(failed, intents, "form", official.form ?? "")}>
                <option value="">―</option>
                {forms.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            )}
          </Field>
        )}
        {required.map((name) => (
          <Field
            key={name}
            name={name}
            label={review[name]}
            isRequired
            problems={problems}
            hint={hints[name] ?? ""}
          >
            {(control) => <input {...control} type="text" defaultValue={value(name)} />}
          </Field>
        ))}
        <Field name="issuedOn" label={review.issuedOn} problems={problems}>
          {(control) => <input {...control} type="date" defaultValue={value("issuedOn")} />}
        </Field>
        <Field name="licence" label={review.licence} isRequired problems={problems}>
          {(control) => <input {...control} type="text" defaultValue={value("licence")} />}
        </Field>
        <Field name="notice" label={review.notice} problems={problems}>
          {(control) => <input {...control} type="text" defaultValue={value("notice")} />}
        </Field>
        <input type="hidden" name="seen" value={props.page.version} />
        <p>
          <button type="submit" className="button" name="intent" value="head">
            {review.saveHead}
          </button>
        </p>
      </Form>
    </details>
  );
}
