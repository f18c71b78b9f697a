import { Form } from "@remix-run/react";
import type { FormEvent } from "react";
import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import { numberings } from "~/domain/annex-numbering";
import { digitWidths } from "~/domain/era";
import type { Problem } from "~/domain/problem";
import type { TemplatePage } from "./page.server";
import { PartCard } from "./part-card";
import type { Wording } from "./wording";

type Props = {
  page: TemplatePage;
  typed: Readonly<Record<string, string | string[]>> | null;
  problems: readonly Problem[] | undefined;
  onInput: (event: FormEvent<HTMLFormElement>) => void;
};

/** Everything that may be changed, in the order of the paper. Saving comes first, so that Enter saves. */
export function WordingForm({ page, typed, problems, onInput }: Props) {
  const { paperTemplates } = useWords();
  const { template, draft } = page;
  const wording: Wording = {
    valueOf: (place, saved) => {
      const value = typed?.[`wording.${place}`];
      return typeof value === "string" ? value : saved;
    },
    problems,
    mayEdit: page.mayEdit,
  };
  return (
    <Form method="post" className="stack form wording" onInput={onInput} noValidate>
      <input type="hidden" name="intent" value="write" />
      <input type="hidden" name="version" value={draft.version} />
      <input type="hidden" name="contract" value={page.contractId} />
      {page.mayEdit && (
        <p className="wording-save">
          <button type="submit" className="button primary">
            {paperTemplates.save}
          </button>
        </p>
      )}
      <fieldset className="plain stack" disabled={!page.mayEdit}>
        <WholePaper page={page} wording={wording} />
        <PartCard
          holder="preamble"
          at={-1}
          name={paperTemplates.preamble}
          heading={null}
          body={template.preamble}
          wording={wording}
        />
        {template.sections.map((section, at) => (
          <PartCard
            key={section.key}
            holder={`sections.${at}.body`}
            at={at}
            name={section.heading || paperTemplates.sectionNo(at + 1)}
            heading={section.heading}
            body={section.body}
            isConditional={section.when !== undefined}
            wording={wording}
          />
        ))}
      </fieldset>
    </Form>
  );
}

/** 全体: title, number, running lines, the way of counting. */
function WholePaper({ page, wording }: { page: TemplatePage; wording: Wording }) {
  const { paperTemplates } = useWords();
  const { template } = page;
  const lines = [
    ["title", paperTemplates.printedTitle, template.title],
    ["defaultPrintedNo", paperTemplates.defaultPrintedNo, template.defaultPrintedNo],
    ["header", paperTemplates.header, template.header],
    ["footerIssued", paperTemplates.footerIssued, template.footerIssued],
    ["footerDraft", paperTemplates.footerDraft, template.footerDraft],
  ] as const;
  return (
    <section className="panel stack">
      <h2>{paperTemplates.general}</h2>
      {lines.map(([place, label, saved]) => (
        <Field key={place} name={place} label={label} problems={wording.problems}>
          {(control) => (
            <input
              {...control}
              type="text"
              name={`wording.${place}`}
              defaultValue={wording.valueOf(place, saved)}
            />
          )}
        </Field>
      ))}
      <Field name="numbering" label={paperTemplates.numbering} problems={wording.problems}>
        {(control) => (
          <select {...control} name="wording.numbering" defaultValue={template.numbering}>
            {numberings.map((each) => (
              <option key={each} value={each}>
                {paperTemplates.numberings[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="dateDigits" label={paperTemplates.dateDigits} problems={wording.problems}>
        {(control) => (
          <select {...control} name="wording.dateDigits" defaultValue={template.dateDigits}>
            {digitWidths.map((each) => (
              <option key={each} value={each}>
                {paperTemplates.dateDigitsOf[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </section>
  );
}
