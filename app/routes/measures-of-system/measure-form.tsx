import { Form } from "@remix-run/react";
import { Field } from "~/components/field";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import type { MeasureFound, MeasuresOfSystem } from "./route";

/** What was done, when, and what shows it. */
export function MeasureForm({ page, found }: { page: MeasuresOfSystem; found: MeasureFound }) {
  const { one } = useWords().measures;
  const problems = found?.raw ? found.problems : undefined;
  const typed = found?.raw ?? { measureKey: page.measure, doneOn: page.today, what: "", evidence: "" };
  return (
    <section className="panel">
      <h2>{one.record}</h2>
      <Form method="post" className="panel-text stack form" noValidate key={page.records.length}>
        <ProblemSummary problems={problems} labels={one.fields} />
        <Field name="measureKey" label={one.fields.measureKey} problems={problems}>
          {(control) => (
            <select {...control} defaultValue={typed.measureKey}>
              {page.measures.map((each) => (
                <option key={each.key} value={each.key}>
                  {each.title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="doneOn" label={one.fields.doneOn} isRequired problems={problems}>
          {(control) => <input {...control} type="date" defaultValue={typed.doneOn} max={page.today} />}
        </Field>
        {(["what", "evidence"] as const).map((name) => (
          <Field
            key={name}
            name={name}
            label={one.fields[name]}
            hint={one.hints[name]}
            isRequired
            problems={problems}
          >
            {(control) => <input {...control} type="text" defaultValue={typed[name]} />}
          </Field>
        ))}
        <button type="submit" className="button primary">
          {one.save}
        </button>
      </Form>
    </section>
  );
}
