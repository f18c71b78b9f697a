import { Form } from "@remix-run/react";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import type { CatalogueKind } from "~/domain/catalogue-draft";
import type { Problem } from "~/domain/problem";
import { kindWord } from "~/routes/catalogues/own-catalogues";

type Props = {
  ends: readonly { ref: string; kind: CatalogueKind; name: string }[];
  typed: { from: string; to: string };
  problems: readonly Problem[] | undefined;
};

/** Two forms, and what shall join them. */
export function BeginForm({ ends, typed, problems }: Props) {
  const words = useWords();
  const { begin } = words.relations;
  const sides = [
    { name: "from", label: begin.from, hint: begin.fromHint },
    { name: "to", label: begin.to, hint: begin.toHint },
  ] as const;
  return (
    <section className="panel">
      <h2>{begin.title}</h2>
      <Form method="post" className="panel-text grid">
        {sides.map(({ name, label, hint }) => (
          <Field key={name} name={name} label={label} hint={hint} isRequired problems={problems}>
            {(control) => (
              <select {...control} defaultValue={typed[name]}>
                <option value="">{begin.choose}</option>
                {ends.map((each) => (
                  <option key={each.ref} value={each.ref}>
                    {each.name}　{kindWord(words, each.kind)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
        <ul className="load-kinds">
          {(["crosswalk", "mapping"] as const).map((kind) => (
            <li key={kind}>
              <button type="submit" className="button" name="intent" value={kind}>
                {begin[kind]}
              </button>
              <span className="quiet">{kind === "crosswalk" ? begin.crosswalkWhat : begin.mappingWhat}</span>
            </li>
          ))}
        </ul>
      </Form>
    </section>
  );
}
