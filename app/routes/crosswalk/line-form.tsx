import { Form, Link } from "@remix-run/react";
import { Choice, Field, FieldGroup } from "~/components/field";
import { useWords } from "~/components/words";
import { crosswalkRelations } from "~/domain/crosswalk";
import { lineSearch } from "~/routes/relations/line-query";
import type { CrosswalkPage } from "./crosswalk-page.server";

type Line = CrosswalkPage["rows"][number];

/** Sets what became of a line's items; items chosen here leave their other lines. */
export function LineForm({ page, open }: { page: CrosswalkPage; open: Line }) {
  const { relations } = useWords();
  return (
    <section className="panel item-form" id="open" aria-label={relations.editTitle}>
      <h2>{relations.editTitle}</h2>
      <Form method="post" className="panel-text grid" preventScrollReset>
        <p className="quiet">{relations.editWhat}</p>
        <input type="hidden" name="seen" value={page.version} />
        <input type="hidden" name="line" value={open.id} />
        <FieldGroup name="relation" label={relations.relationLabel}>
          <div className="choices">
            {crosswalkRelations.map((each) => (
              <Choice
                key={each}
                type="radio"
                name="relation"
                value={each}
                label={relations.relation[each]}
                isChecked={each === open.relation}
              />
            ))}
          </div>
          <p className="hint">{relations.relationHelp[open.relation]}</p>
        </FieldGroup>
        {(["from", "to"] as const).map((side) => (
          <Field key={side} name={side} label={relations[side]}>
            {(control) => (
              <select {...control} multiple size={8} defaultValue={open[side].map((each) => each.key)}>
                {page.choices?.[side].map((each) => (
                  <option key={each.key} value={each.key}>
                    {each.no ?? relations.noNumber}　{each.text}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
        <Field name="reason" label={relations.reason}>
          {(control) => <input {...control} type="text" defaultValue={open.reason} />}
        </Field>
        <p className="buttons">
          <button type="submit" className="button" name="intent" value="set">
            {relations.save}
          </button>
          <Link to={`${lineSearch(page.query, { line: null })}#lines`}>{relations.close}</Link>
        </p>
      </Form>
    </section>
  );
}
