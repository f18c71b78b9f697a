import { Form } from "@remix-run/react";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { CheckedNumbers } from "./checked-numbers";
import type { CheckedSet, SetInput } from "./set-input.server";

type Found = { problems: Problem[]; input: SetInput; checked: CheckedSet | null } | undefined;
type Props = { of: string; choices: readonly { ref: string; name: string }[]; found: Found };

/** Paste, check, then name and publish: one form, so that nothing typed is lost between the steps. */
export function SetForm({ of, choices, found }: Props) {
  const { sets } = useWords().catalogueDrafts;
  const problems = found?.problems;
  return (
    <Form method="post" className="stack">
      <section className="panel">
        <div className="panel-text grid">
          <Field name="of" label={sets.of} isRequired problems={problems}>
            {(control) => (
              <select {...control} defaultValue={found?.input.of ?? of}>
                {choices.map((each) => (
                  <option key={each.ref} value={each.ref}>
                    {each.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name="pasted" label={sets.pasted} hint={sets.pastedHint} isRequired problems={problems}>
            {(control) => <textarea {...control} rows={6} defaultValue={found?.input.pasted ?? ""} />}
          </Field>
          <p>
            <button
              type="submit"
              className={found?.checked ? "button" : "button primary"}
              name="intent"
              value="check"
            >
              {sets.check}
            </button>
          </p>
        </div>
      </section>
      {found?.checked && <CheckedNumbers checked={found.checked} input={found.input} />}
      {found?.checked && <NameAndPublish found={found} />}
    </Form>
  );
}

function NameAndPublish({ found }: { found: NonNullable<Found> }) {
  const { sets, review } = useWords().catalogueDrafts;
  const { input, problems, checked } = found;
  const names = [
    { name: "title", label: sets.name, hint: "" },
    { name: "id", label: review.id, hint: sets.idHint },
    { name: "version", label: sets.version, hint: "" },
  ] as const;
  return (
    <section className="panel">
      <h2>{review.publish}</h2>
      <div className="panel-text grid">
        <p className="quiet">{sets.publishWhat}</p>
        {checked && (
          <p>
            {sets.ofFact}：{checked.of}
          </p>
        )}
        {names.map(({ name, label, hint }) => (
          <Field key={name} name={name} label={label} hint={hint} isRequired problems={problems}>
            {(control) => <input {...control} type="text" defaultValue={input[name]} />}
          </Field>
        ))}
        <Field name="note" label={sets.note} hint={sets.noteHint} problems={problems}>
          {(control) => <input {...control} type="text" defaultValue={input.note} />}
        </Field>
        {checked && checked.openCount > 0 && <p className="note warn">{sets.open(checked.openCount)}</p>}
        <p>
          <button type="submit" className="button primary" name="intent" value="publish">
            {review.publishButton}
          </button>
        </p>
      </div>
    </section>
  );
}
