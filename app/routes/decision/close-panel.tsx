import { Form } from "@remix-run/react";
import { Field, FieldScope } from "~/components/field";
import { LongField, TextField } from "~/components/plain-fields";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import type { DecisionAnswered, DecisionData } from "./route";

/** 完了: what it was checked by, or the form that says so. */
export function ClosePanel({ page, answered }: { page: DecisionData; answered: DecisionAnswered }) {
  const { close: text } = useWords().decisions;
  const language = useLanguage();
  const { decision } = page;
  if (decision.closedOn !== null) {
    return (
      <section className="panel">
        <h2>{text.evidence}</h2>
        <div className="panel-text">
          <p>
            <b>{text.closed(formatDay(decision.closedOn, language))}</b>　{decision.closingReason}
          </p>
          {decision.closingFileId && (
            <p>
              <a href={`/decisions/${decision.id}/files/${decision.closingFileId}`}>
                {page.files.find((each) => each.id === decision.closingFileId)?.fileName ?? text.file}
              </a>
            </p>
          )}
        </div>
      </section>
    );
  }
  if (!page.can.edit) return null;
  const failed = answered?.intent === "close" ? answered : undefined;
  const field = { values: failed?.typed ?? {}, problems: failed?.problems };
  return (
    <details className="panel confirm" open={failed !== undefined}>
      <summary>{text.title}</summary>
      <FieldScope.Provider value="close-">
        <Form method="post" encType="multipart/form-data" className="stack confirm-body" noValidate>
          <p>{text.what}</p>
          <input type="hidden" name="intent" value="close" />
          <LongField {...field} name="reason" label={text.reason} hint={text.reasonHint} rows={2} />
          <Field name="file" label={text.file} problems={failed?.problems}>
            {(control) => <input {...control} type="file" />}
          </Field>
          <TextField {...field} name="closedOn" label={text.closedOn} type="date" isRequired />
          <p>
            <button type="submit" className="button">
              {text.title}
            </button>
          </p>
        </Form>
      </FieldScope.Provider>
    </details>
  );
}
