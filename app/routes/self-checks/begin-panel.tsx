import { Form } from "@remix-run/react";
import { Field } from "~/components/field";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import type { SelfChecksPage } from "./route";

type Found = { problems: Problem[]; typed: { fiscalYear: string; checklistRef: string } } | undefined;

/** Which fiscal year, and on which edition. */
export function BeginPanel({ page, found }: { page: SelfChecksPage; found: Found }) {
  const { selfChecks } = useWords();
  const { list } = selfChecks;
  const problems = found?.problems;
  return (
    <section className="panel">
      <h2>{list.begin}</h2>
      <Form method="post" className="panel-text stack form" noValidate>
        <ProblemSummary
          problems={problems}
          labels={{ fiscalYear: list.fiscalYear, checklistRef: list.edition }}
        />
        <Field name="fiscalYear" label={list.fiscalYear} problems={problems}>
          {(control) => (
            <select {...control} defaultValue={found?.typed.fiscalYear}>
              {page.years.map((each) => (
                <option key={each.fiscalYear} value={each.fiscalYear}>
                  {`${each.fiscalYear}（${each.name}）`}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="checklistRef" label={list.edition} hint={list.editionHint} problems={problems}>
          {(control) => (
            <select {...control} defaultValue={found?.typed.checklistRef}>
              {page.editions.map((each) => (
                <option key={each.ref} value={each.ref}>
                  {each.title}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button type="submit" className="button primary">
          {list.begin}
        </button>
      </Form>
    </section>
  );
}
