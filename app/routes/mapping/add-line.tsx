import { Form, Link } from "@remix-run/react";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { lineSearch } from "~/routes/relations/line-query";
import { LineFields } from "./line-fields";
import type { MappingPage } from "./mapping-page.server";

const fresh = { rule: "all-yes", relation: "covers", acceptsNotApplicable: true, reason: "" } as const;

/** A line of a person's own, for a question that prints no clause. */
export function AddLine(props: {
  page: MappingPage;
  choices: NonNullable<MappingPage["choices"]>;
  problems: readonly Problem[] | undefined;
}) {
  const { relations } = useWords();
  const { page, choices, problems } = props;
  const sides = [
    { name: "questions", label: relations.from, items: choices.from, isMultiple: true },
    { name: "requirement", label: relations.to, items: choices.to, isMultiple: false },
  ];
  return (
    <section className="panel item-form" id="open" aria-label={relations.add}>
      <h2>{relations.add}</h2>
      <Form method="post" className="panel-text grid">
        <p className="quiet">{relations.addWhat}</p>
        <input type="hidden" name="seen" value={page.version} />
        {sides.map(({ name, label, items, isMultiple }) => (
          <Field key={name} name={name} label={label} isRequired problems={problems}>
            {(control) => (
              <select {...control} multiple={isMultiple} size={isMultiple ? 8 : 1}>
                {items.map((each) => (
                  <option key={each.key} value={each.key}>
                    {each.no ?? relations.noNumber}　{each.text}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
        <LineFields line={fresh} />
        <p className="buttons">
          <button type="submit" className="button" name="intent" value="add">
            {relations.addButton}
          </button>
          <Link to={`${lineSearch(page.query, { line: null })}#lines`}>{relations.close}</Link>
        </p>
      </Form>
    </section>
  );
}
