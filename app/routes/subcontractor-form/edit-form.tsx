import { Form, Link } from "@remix-run/react";
import { EntryFields, type EntryMode } from "~/components/entry-fields";
import type { FieldOption, RawValues } from "~/components/plain-fields";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { SubcontractorFields } from "./subcontractor-fields";
import { subcontractorLabels } from "./subcontractor-labels";

/** A new subcontractor, a change from a day on, or an entry that is put right. */
export function EditForm(props: {
  page: {
    mode: EntryMode;
    entry: { id: string; origin: string } | null;
    values: RawValues;
    parents: readonly FieldOption[];
  };
  back: string;
  version: number;
  typed: RawValues | null;
  problems: readonly Problem[] | undefined;
}) {
  const words = useWords();
  const { page, problems } = props;
  const { mode, entry } = page;
  const shared = { values: props.typed ?? page.values, problems };
  return (
    <Form method="post" className="stack form" noValidate>
      <ProblemSummary problems={problems} labels={subcontractorLabels(words)} />
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="version" value={props.version} />
      {entry && <input type="hidden" name="entryId" value={entry.id} />}
      {mode === "change" && <EntryFields {...shared} mode={mode} hasDay isSince={false} />}
      <SubcontractorFields {...shared} parents={page.parents} />
      {mode === "correct" && (
        <EntryFields {...shared} mode={mode} hasDay={entry?.origin !== "first"} isSince={false} />
      )}
      <div className="form-foot">
        <button type="submit" className="button primary">
          {words.actions.save}
        </button>
        <Link className="button text" to={props.back}>
          {words.actions.cancel}
        </Link>
      </div>
    </Form>
  );
}
