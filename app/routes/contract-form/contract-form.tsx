import { Form, Link } from "@remix-run/react";
import { OptionField, type RawValues, TextField } from "~/components/plain-fields";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import type { Words } from "~/messages/words";
import { TermsFields, type TermsFieldsProps } from "./terms-fields";

export const contractFormModes = ["add", "correct", "amend", "renew"] as const;
export type ContractFormMode = (typeof contractFormModes)[number];

/** The form of a contract: registering, correcting what was recorded, amending from a day, renewing. */
export function ContractForm(
  props: Omit<TermsFieldsProps, "hasRow"> & {
    mode: ContractFormMode;
    /** A correction of the first terms has no paper of its own and begins with the period. */
    isFirst: boolean;
    hidden: Readonly<Record<string, string | number>>;
    documents: readonly { value: string; label: string }[];
    cancelTo: string;
  },
) {
  const words = useWords();
  const { mode, values, problems } = props;
  const hasRow = mode === "add" || mode === "correct";
  const hasSource = mode === "amend" || mode === "renew" || (mode === "correct" && !props.isFirst);
  return (
    <Form method="post" className="stack form" noValidate>
      <ProblemSummary problems={problems} labels={labelsOf(words)} />
      {Object.entries(props.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {hasSource && (
        <SourceFields mode={mode} values={values} problems={problems} documents={props.documents} />
      )}
      <TermsFields values={values} problems={problems} choices={props.choices} hasRow={hasRow} />
      {mode === "correct" && (
        <TextField
          values={values}
          problems={problems}
          name="reason"
          label={words.contractRecords.reason}
          hint={words.contractRecords.reasonHint}
          isRequired
        />
      )}
      <p className="note">{words.contractRecords.freezeNote}</p>
      <div className="form-foot">
        <button type="submit" className="button primary">
          {words.actions.save}
        </button>
        <Link className="button text" to={props.cancelTo}>
          {words.actions.cancel}
        </Link>
      </div>
    </Form>
  );
}

function SourceFields(props: {
  mode: ContractFormMode;
  values: RawValues;
  problems: TermsFieldsProps["problems"];
  documents: readonly { value: string; label: string }[];
}) {
  const { contractRecords: text, forms } = useWords();
  const shared = { values: props.values, problems: props.problems };
  return (
    <fieldset className="field-group">
      <legend>{text.sourceTitle}</legend>
      <TextField
        {...shared}
        name="effectiveFrom"
        type="date"
        label={text.effectiveFrom}
        hint={text.effectiveFromHint}
        isRequired
      />
      <TextField {...shared} name="sourceNumber" label={text.sourceNumber} />
      <TextField
        {...shared}
        name="sourceTitle"
        label={text.sourceName}
        hint={props.mode === "renew" ? "" : text.sourceNameHint}
      />
      <TextField {...shared} name="sourceSignedOn" type="date" label={text.sourceSignedOn} />
      <OptionField
        {...shared}
        name="documentId"
        label={text.sourceDocument}
        options={props.documents}
        first={forms.none}
        isList
      />
      {props.mode !== "correct" && (
        <TextField {...shared} name="sourceNote" label={text.sourceNote} hint={text.sourceNoteHint} />
      )}
    </fieldset>
  );
}

/** Labels of every field for the summary of problems, in the order in which the form shows them. */
function labelsOf(words: Words): Record<string, string> {
  const { contractRecords: text } = words;
  const { number, note, ...fields } = { ...words.fields.contract, ...text.terms };
  return {
    effectiveFrom: text.effectiveFrom,
    sourceNumber: text.sourceNumber,
    sourceTitle: text.sourceName,
    sourceSignedOn: text.sourceSignedOn,
    documentId: text.sourceDocument,
    sourceNote: text.sourceNote,
    number,
    title: fields.title,
    kind: fields.kind,
    signedOn: fields.signedOn,
    vendorId: fields.vendorId,
    hospitalLabel: fields.hospitalLabel,
    vendorLabel: fields.vendorLabel,
    partyLabel: fields.thirdParties,
    partyName: fields.thirdParties,
    partyVendorId: fields.thirdParties,
    inForceFrom: fields.inForceFrom,
    inForceTo: fields.inForceTo,
    renewal: fields.renewal,
    renewalMonths: fields.renewalMonths,
    noticeMonths: fields.noticeMonths,
    noticeDays: fields.noticeDays,
    systemIds: fields.systemIds,
    serverScope: fields.serverScope,
    serverIds: fields.serverIds,
    feeLabel: fields.feeLines,
    feeKind: fields.feeLines,
    feeAmount: fields.feeLines,
    subcontracting: fields.subcontracting,
    note,
    reason: text.reason,
  };
}
