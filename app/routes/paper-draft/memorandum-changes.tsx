import { Form } from "@remix-run/react";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import type { DraftPage } from "./page.server";

/** 記録された変更から入れる: on the draft of a 覚書 only. */
export function MemorandumChanges(props: { page: DraftPage; problems: readonly Problem[] | undefined }) {
  const { papers, forms } = useWords();
  const { page } = props;
  if (!page.isMemorandum) return null;
  return (
    <section className="panel anchor" id="changes">
      <h2>{papers.changesFrom}</h2>
      {page.changeSources.length === 0 ? (
        <p className="panel-text quiet">{papers.changesNone}</p>
      ) : (
        <Form method="post" className="form stack panel-text" noValidate>
          <p className="quiet">{papers.changesFromWhat}</p>
          <input type="hidden" name="intent" value="fill" />
          <input type="hidden" name="version" value={page.draft.version} />
          <Field name="source" label={papers.changesSource} isRequired problems={props.problems}>
            {(control) => (
              <select {...control} defaultValue="">
                <option value="">{forms.choose}</option>
                {page.changeSources.map((each) => (
                  <option key={each.key} value={each.key}>
                    {each.label}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <p>
            <button type="submit" className="button">
              {papers.changesFill}
            </button>
          </p>
        </Form>
      )}
    </section>
  );
}
