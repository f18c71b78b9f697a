import { Form, useNavigation } from "@remix-run/react";
import { Field, FieldGroup } from "~/components/field";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { formIds } from "~/domain/questionnaire";
import { textOf } from "~/routes/intake/typed";
import type { ColumnsPage } from "./columns-page.server";
import { PointSheet } from "./point-sheet";

export type PointProps = {
  page: ColumnsPage;
  typed: Readonly<Record<string, string | string[]>>;
  problems: readonly Problem[] | undefined;
};

/** Which form it is, what each column is for, where the rows are, and a name to keep it under. */
export function PointForm(props: PointProps) {
  const { page, typed, problems } = props;
  const { receipt, intake } = useWords();
  const isReading = useNavigation().state !== "idle";
  return (
    <Form method="post" className="stack" noValidate autoComplete="off">
      <input type="hidden" name="readingNo" value={page.intake.readingNo} />
      <FormFields {...props} />
      <FieldGroup name="columns" label={receipt.columns} hint={receipt.columnsHint} problems={problems}>
        <PointSheet {...props} />
      </FieldGroup>
      <RecipeFields {...props} />
      {page.needsPassword && (
        <Field
          name="password"
          label={receipt.password}
          hint={receipt.passwordAgain}
          isRequired
          problems={problems}
        >
          {(control) => <input {...control} type="password" autoComplete="off" className="compact" />}
        </Field>
      )}
      <p>
        <button type="submit" className="button primary big" aria-disabled={isReading || undefined}>
          {isReading ? intake.reading : receipt.readSo}
        </button>
      </p>
      {textOf(typed, "form", page.form) !== "" && <p className="quiet">{receipt.readSoWhat}</p>}
    </Form>
  );
}

function FormFields({ page, typed, problems }: PointProps) {
  const { receipt, formNames, intake } = useWords();
  return (
    <div className="field-row">
      <Field name="form" label={receipt.form} hint={receipt.formHint} isRequired problems={problems}>
        {(control) => (
          <select {...control} className="compact" defaultValue={textOf(typed, "form", page.form)}>
            <option value="">{receipt.choose}</option>
            {formIds.map((each) => (
              <option key={each} value={each}>
                {formNames[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="formVersion" label={intake.formVersion} hint={receipt.versionHint} problems={problems}>
        {(control) => (
          <input
            {...control}
            type="text"
            className="compact"
            defaultValue={textOf(typed, "formVersion", page.formVersion)}
          />
        )}
      </Field>
    </div>
  );
}

function RecipeFields({ page, typed, problems }: PointProps) {
  const { receipt } = useWords();
  return (
    <section className="panel">
      <h2>{receipt.keepTitle}</h2>
      <div className="panel-text stack">
        <p>{receipt.keepWhat}</p>
        <div className="field-row">
          <Field
            name="recipeName"
            label={receipt.recipeName}
            hint={receipt.recipeNameHint}
            problems={problems}
          >
            {(control) => <input {...control} type="text" defaultValue={textOf(typed, "recipeName", "")} />}
          </Field>
          <Field name="recipeVendor" label={receipt.recipeVendor} problems={problems}>
            {(control) => (
              <select {...control} defaultValue={textOf(typed, "recipeVendor", "")}>
                <option value="">{receipt.anyVendor}</option>
                {page.vendors.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      </div>
    </section>
  );
}
