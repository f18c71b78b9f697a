import { Form, useNavigation } from "@remix-run/react";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import { officialKinds } from "~/domain/catalogue-draft-body";
import type { Problem } from "~/domain/problem";

type Props = { megabytes: number; problems: readonly Problem[] | undefined };

/** One form for official files — its buttons carry the kind — and one for JSON. */
export function LoadForms({ megabytes, problems }: Props) {
  const { load, kinds } = useWords().catalogueDrafts;
  const isReading = useNavigation().state !== "idle";
  return (
    <>
      <section className="panel">
        <h2>{load.title}</h2>
        <Form method="post" encType="multipart/form-data" className="panel-text stack" action="?as=">
          <Field name="file" label={load.file} hint={load.hint(megabytes)} isRequired problems={problems}>
            {(control) => <input {...control} type="file" accept=".xlsx,.xlsm,.xls,.csv" />}
          </Field>
          <p>
            <button type="submit" className="button primary" aria-disabled={isReading || undefined}>
              {load.auto}
            </button>
          </p>
          <p className="quiet">{load.byKind}</p>
          <ul className="load-kinds">
            {officialKinds.map((kind) => (
              <li key={kind}>
                <button type="submit" className="button" formAction={`?as=${kind}`}>
                  {load.as(kinds[kind].word)}
                </button>
                <span className="quiet">{kinds[kind].help}</span>
              </li>
            ))}
          </ul>
        </Form>
      </section>
      <section className="panel">
        <h2>{load.jsonTitle}</h2>
        <Form method="post" encType="multipart/form-data" className="panel-text stack" action="?as=json">
          <p>{load.jsonLead}</p>
          <Field name="json" label={load.json} problems={problems}>
            {(control) => <input {...control} type="file" accept=".json,application/json" />}
          </Field>
          <p>
            <button type="submit" className="button">
              {load.jsonButton}
            </button>
          </p>
        </Form>
      </section>
    </>
  );
}
