import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import type { DraftRow, OfficialPart } from "./draft-page.server";
import { type Failed, problemsOf, typedOr } from "./typed";

type Props = { seen: number; official: OfficialPart; open: DraftRow; failed: Failed };

/** What can be done with a row beside correcting its words: take out, put back, join, split, move. */
export function MoreVerbs(props: Props) {
  const { open, failed } = props;
  const { review } = useWords().catalogueDrafts;
  if (open.isRemoved) {
    return (
      <VerbForm {...props} intent="restore" button={review.restore}>
        <p>{open.isMerged ? review.merged(open.mergedAt) : review.removedBecause(open.removedBecause)}</p>
      </VerbForm>
    );
  }
  const isRefused = problemsOf(failed, ["remove", "merge", "split", "move"]) !== undefined;
  return (
    <details className="more-verbs" open={isRefused}>
      <summary>{review.more}</summary>
      <VerbForm {...props} intent="remove" button={review.remove}>
        <Field
          name="reason"
          label={review.removeReason}
          hint={review.removeReasonHint}
          isRequired
          problems={problemsOf(failed, ["remove"])}
        >
          {(control) => (
            <input {...control} type="text" defaultValue={typedOr(failed, ["remove"], "reason", "")} />
          )}
        </Field>
      </VerbForm>
      <VerbForm {...props} intent="merge" button={review.merge}>
        <p className="quiet">{review.mergeWhat}</p>
      </VerbForm>
      <Split {...props} />
      <VerbForm {...props} intent="move" button={review.move}>
        <Field name="place" label={review.moveTo} problems={problemsOf(failed, ["move"])}>
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="numeric"
              className="short"
              defaultValue={open.place ?? ""}
            />
          )}
        </Field>
      </VerbForm>
    </details>
  );
}

function Split(props: Props) {
  const { open, failed } = props;
  const { review } = useWords().catalogueDrafts;
  const problems = problemsOf(failed, ["split"]);
  const standing = {
    firstNo: open.fields.no ?? "",
    firstText: open.fields.text ?? "",
    nextNo: "",
    nextText: "",
  };
  return (
    <VerbForm {...props} intent="split" button={review.splitButton}>
      <p className="quiet">{review.splitWhat}</p>
      {(["firstNo", "firstText", "nextNo", "nextText"] as const).map((name) => (
        <Field key={name} name={name} label={review[name]} problems={problems}>
          {(control) =>
            name.endsWith("No") ? (
              <input
                {...control}
                type="text"
                className="short"
                defaultValue={typedOr(failed, ["split"], name, standing[name])}
              />
            ) : (
              <textarea
                {...control}
                rows={2}
                defaultValue={typedOr(failed, ["split"], name, standing[name])}
              />
            )
          }
        </Field>
      ))}
    </VerbForm>
  );
}

function VerbForm(props: Props & { intent: string; button: string; children: ReactNode }) {
  return (
    <Form method="post" className="panel-text verb-form" preventScrollReset>
      {props.children}
      <input type="hidden" name="seen" value={props.seen} />
      <input type="hidden" name="row" value={props.open.row} />
      <p>
        <button type="submit" className="button" name="intent" value={props.intent}>
          {props.button}
        </button>
      </p>
    </Form>
  );
}
