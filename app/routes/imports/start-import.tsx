import { Form, useNavigation } from "@remix-run/react";
import { Field } from "~/components/field";
import { useLanguage, useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";

/** One file to read, or a blank template for whoever has no list yet. */
export function StartImport(props: {
  limits: { megabytes: number; rows: number };
  problems: readonly Problem[] | undefined;
}) {
  const { start } = useWords().imports;
  const rows = props.limits.rows.toLocaleString(useLanguage());
  const isReading = useNavigation().state !== "idle";
  return (
    <section className="panel">
      <h2>{start.title}</h2>
      <Form method="post" encType="multipart/form-data" className="panel-text stack">
        <Field
          name="file"
          label={start.file}
          hint={start.hint(props.limits.megabytes, rows)}
          isRequired
          problems={props.problems}
        >
          {(control) => <input {...control} type="file" accept=".xlsx,.xlsm,.xls,.csv" />}
        </Field>
        <p>
          <button type="submit" className="button primary big" aria-disabled={isReading || undefined}>
            {isReading ? start.reading : start.read}
          </button>
        </p>
        <p>
          {start.templateWhat} <a href="/imports/template">{start.template}</a>
        </p>
      </Form>
    </section>
  );
}
