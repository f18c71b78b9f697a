import { Form } from "@remix-run/react";
import { Field } from "~/components/field";
import { PaperView } from "~/components/paper-view";
import { ScrollBox } from "~/components/scroll-box";
import { useWords } from "~/components/words";
import type { TemplatePage } from "./page.server";
import type { LivePaper } from "./use-live-paper";

/** The paper of one contract beside the form; it follows what is typed. */
export function WordingPreview({ page, live }: { page: TemplatePage; live: LivePaper }) {
  const { paperTemplates } = useWords();
  if (page.contracts.length === 0) return <p className="note">{paperTemplates.noContract}</p>;
  return (
    <div className="wording-preview">
      <Form method="get" className="form row">
        <Field name="contract" label={paperTemplates.previewOf}>
          {(control) => (
            <select {...control} defaultValue={page.contractId}>
              {page.contracts.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button type="submit" className="button">
          {paperTemplates.showPreview}
        </button>
      </Form>
      <p className="quiet" role="status">
        {live.state === "unsaved" && paperTemplates.previewWhat}
        {live.state === "failed" && paperTemplates.previewFailed}
      </p>
      <ScrollBox label={paperTemplates.showPreview}>
        <div className="desk">
          {live.document ? (
            <PaperView document={live.document} missingWord={page.template.words.missing} />
          ) : (
            <p className="note warn">{paperTemplates.previewFailed}</p>
          )}
        </div>
      </ScrollBox>
    </div>
  );
}
