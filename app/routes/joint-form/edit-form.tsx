import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { EntryFields } from "~/components/entry-fields";
import { firstOf, LongField, OptionField, type RawValues, TextField } from "~/components/plain-fields";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { jointParties } from "~/domain/role-records";
import type { Words } from "~/messages/words";
import type { action, loader } from "./route";

/** Labels of the fields of a joint, for summaries and lists. */
export function jointLabels({ coverage, roles, entries }: Words): Record<string, string> {
  return {
    firstSystemId: coverage.firstSystem,
    secondSystemId: coverage.secondSystem,
    what: coverage.jointWhat,
    party: coverage.jointParty,
    emergencyParty: coverage.jointEmergency,
    thirdPartyName: roles.column.thirdPartyName,
    note: roles.column.remark,
    effectiveFrom: entries.columns.from,
    reason: entries.reason,
  };
}

/** A new joint, a change from a day on, or an entry that is put right. */
export function EditForm() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const isOwn = failed?.intent === "save";
  const problems: readonly Problem[] | undefined = isOwn ? failed.problems : undefined;
  const isWarned = problems?.some((each) => each.code === "changed-meanwhile");
  const typed: RawValues | null = isOwn ? failed.typed : null;
  const version = typed && !isWarned ? firstOf(typed, "version") : (page.joint?.version ?? 0);
  const { mode, entry } = page;
  const shared = { values: typed ?? page.values, problems };
  const isSince = mode === "new" || entry?.origin === "first";
  const times = <EntryFields {...shared} mode={mode} hasDay isSince={isSince} since={words.coverage.since} />;
  return (
    <Form method="post" className="stack form" noValidate>
      <ProblemSummary problems={problems} labels={jointLabels(words)} />
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="version" value={version} />
      {entry && <input type="hidden" name="entryId" value={entry.id} />}
      {mode === "change" && times}
      <JointFields {...shared} systems={page.systems} />
      {mode !== "change" && times}
      <div className="form-foot">
        <button type="submit" className="button primary">
          {words.actions.save}
        </button>
        <Link className="button text" to={page.joint ? `/joints/${page.joint.id}` : "/coverage#joints"}>
          {words.actions.cancel}
        </Link>
      </div>
    </Form>
  );
}

function JointFields(props: {
  values: RawValues;
  problems: readonly Problem[] | undefined;
  systems: readonly { value: string; label: string }[];
}) {
  const words = useWords();
  const { coverage } = words;
  const { systems, ...shared } = props;
  const labels = jointLabels(words);
  const label = (name: string) => labels[name] ?? name;
  return (
    <>
      {(["firstSystemId", "secondSystemId"] as const).map((name) => (
        <OptionField
          key={name}
          {...shared}
          name={name}
          label={label(name)}
          options={systems}
          isList
          isRequired
        />
      ))}
      <TextField {...shared} name="what" label={label("what")} hint={coverage.jointWhatHint} isRequired />
      {(["party", "emergencyParty"] as const).map((name) => (
        <OptionField
          key={name}
          {...shared}
          name={name}
          label={label(name)}
          options={jointParties.map((value) => ({ value, label: coverage.jointParties[value] }))}
          isList
          isRequired
        />
      ))}
      <TextField
        {...shared}
        name="thirdPartyName"
        label={label("thirdPartyName")}
        hint={coverage.thirdPartyHint}
      />
      <LongField {...shared} name="note" label={label("note")} rows={2} />
    </>
  );
}
