import { Form } from "@remix-run/react";
import { LongField, OptionField, optionsOf, type RawValues, TextField } from "~/components/plain-fields";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { nameChangeKinds } from "~/domain/party-name";
import type { Problem } from "~/domain/problem";
import type { NamesPage } from "./page.server";

const dated = nameChangeKinds.filter((each) => each !== "first");

/** A change of name from a day on, or the correction of one that was recorded wrongly. */
export function NameForm(props: {
  page: NamesPage;
  failed: { problems: Problem[]; typed: RawValues; version: number } | undefined;
}) {
  const words = useWords();
  const { contractRecords: text } = words;
  const { page, failed } = props;
  const isWarned = failed?.problems.some((each) => each.code === "changed-meanwhile");
  const shared = { values: failed?.typed ?? {}, problems: failed?.problems };
  const corrected = page.names
    .filter((each) => !each.isSuperseded)
    .map((each) => ({ value: each.id, label: each.name }));
  return (
    <section className="panel">
      <h2>{text.nameChange}</h2>
      <Form method="post" className="stack form panel-text" noValidate>
        <ProblemSummary
          problems={failed?.problems}
          labels={{
            name: text.newName,
            kind: text.nameKind,
            effectiveFrom: text.nameFrom,
            successorVendorId: text.successor,
            note: text.note,
          }}
        />
        <input type="hidden" name="version" value={failed && !isWarned ? failed.version : page.version} />
        <TextField {...shared} name="name" label={text.newName} isRequired />
        <OptionField
          {...shared}
          name="kind"
          label={text.nameKind}
          options={optionsOf(dated, text.nameKinds)}
          isRequired
        />
        <TextField {...shared} name="effectiveFrom" type="date" label={text.nameFrom} isRequired />
        {page.vendorId !== null && (
          <OptionField
            {...shared}
            name="successorVendorId"
            label={text.successor}
            hint={text.successorHint}
            options={page.vendors}
            first={words.forms.none}
            isList
          />
        )}
        <LongField {...shared} name="note" label={text.note} rows={2} />
        {corrected.length > 0 && (
          <OptionField
            {...shared}
            name="corrects"
            label={text.nameCorrects}
            options={corrected}
            first={text.nameNew}
            isList
          />
        )}
        <p>
          <button type="submit" className="button primary">
            {text.nameChange}
          </button>
        </p>
      </Form>
    </section>
  );
}
