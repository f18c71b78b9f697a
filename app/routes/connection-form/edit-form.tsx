import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { EntryFields } from "~/components/entry-fields";
import { Choice, FieldGroup } from "~/components/field";
import { firstOf, type RawValues } from "~/components/plain-fields";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { ConnectionFields } from "./connection-fields";
import { connectionLabels } from "./record-foot";
import type { action, loader } from "./route";

/** A new connection, a change from a day on, or an entry that is put right. */
export function EditForm() {
  const words = useWords();
  const { connections: text } = words;
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const isOwn = failed?.intent === "save";
  const problems: readonly Problem[] | undefined = isOwn ? failed.problems : undefined;
  const isWarned = problems?.some((each) => each.code === "changed-meanwhile");
  const typed: RawValues | null = isOwn ? failed.typed : null;
  const version = typed && !isWarned ? firstOf(typed, "version") : (page.connection?.version ?? 0);
  const { mode, entry } = page;
  const shared = { values: typed ?? page.values, problems };
  const isSince = mode === "new" || entry?.origin === "first";
  const times = <EntryFields {...shared} mode={mode} hasDay isSince={isSince} />;
  return (
    <Form method="post" className="stack form" noValidate>
      <ProblemSummary problems={problems} labels={connectionLabels(words)} />
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="version" value={version} />
      {entry && <input type="hidden" name="entryId" value={entry.id} />}
      {mode === "change" && times}
      <ConnectionFields {...shared} systems={page.systems} />
      {mode !== "change" && times}
      <FieldGroup name="confirmed" label={text.columns.confirmedOn} hint={text.confirmHint}>
        <div className="choices">
          <Choice type="checkbox" name="confirmed" value="yes" label={text.confirm} isChecked={false} />
        </div>
      </FieldGroup>
      <div className="form-foot">
        <button type="submit" className="button primary">
          {words.actions.save}
        </button>
        <Link
          className="button text"
          to={page.connection ? `/connections/${page.connection.id}` : "/connections"}
        >
          {words.actions.cancel}
        </Link>
      </div>
    </Form>
  );
}
