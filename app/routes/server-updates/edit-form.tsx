import { Form, Link, useActionData } from "@remix-run/react";
import { EntryFields } from "~/components/entry-fields";
import { firstOf, OptionField, optionsOf, type RawValues, TextField } from "~/components/plain-fields";
import { ProblemSummary } from "~/components/problem-summary";
import { updateLabels } from "~/components/update-fields";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { updateBearers } from "~/domain/register";
import type { UpdatesPage } from "./page.server";
import type { action } from "./route";

/** A change from a day on, or an entry that is put right. */
export function EditForm({ page }: { page: UpdatesPage }) {
  const words = useWords();
  const failed = useActionData<typeof action>();
  const problems: readonly Problem[] | undefined = failed?.problems;
  const typed: RawValues | undefined = failed?.typed;
  const isWarned = problems?.some((each) => each.code === "changed-meanwhile");
  const version = typed && !isWarned ? firstOf(typed, "version") : page.server.version;
  const { updateBearers: text, contractRecords } = words;
  const { mode, entry, server } = page;
  const shared = { values: typed ?? page.values, problems };
  const isSince = entry?.origin === "first";
  const labels = text.fields;
  return (
    <section className="panel" key={entry?.id ?? "change"}>
      <h2>{mode === "correct" ? text.correctTitle : text.change}</h2>
      <Form method="post" className="stack form panel-text" noValidate>
        <ProblemSummary problems={problems} labels={updateLabels(words)} />
        <input type="hidden" name="version" value={version} />
        {entry && <input type="hidden" name="entryId" value={entry.id} />}
        <OptionField
          {...shared}
          name="bearer"
          label={labels.bearer}
          hint={words.fieldHints.server.securityUpdateBearer}
          options={optionsOf(updateBearers, words.options.server.securityUpdateBearer)}
          isRequired
        />
        <OptionField
          {...shared}
          name="clauseKey"
          label={labels.clauseKey}
          hint={text.clauseHint}
          options={page.options}
          first={contractRecords.noClause}
          isList
        />
        <TextField {...shared} name="typedClause" label={labels.typedClause} hint={text.typedHint} />
        <EntryFields {...shared} mode={mode} hasDay isSince={isSince} since={text.since} />
        <div className="form-foot">
          <button type="submit" className="button primary">
            {words.actions.save}
          </button>
          <Link
            className="button text"
            to={mode === "correct" ? `/servers/${server.id}/updates` : `/servers/${server.id}`}
          >
            {words.actions.cancel}
          </Link>
        </div>
      </Form>
    </section>
  );
}
