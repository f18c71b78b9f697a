import { LineFields } from "~/components/line-fields";
import {
  type FieldOption,
  LongField,
  OptionField,
  OptionsField,
  optionsOf,
  type RawValues,
  TextField,
} from "~/components/plain-fields";
import { useWords } from "~/components/words";
import { contractKinds } from "~/domain/contract";
import { feeKinds, serverScopes, subcontractModels } from "~/domain/contract-terms";
import type { Problem } from "~/domain/problem";
import { renewals } from "~/domain/register";

export type TermsFieldsProps = {
  values: RawValues;
  problems: readonly Problem[] | undefined;
  choices: {
    vendors: readonly FieldOption[];
    systems: readonly FieldOption[];
    servers: readonly FieldOption[];
  };
  /** Number and note belong to the contract's row; an amendment leaves them alone. */
  hasRow: boolean;
};

/** Every field of a contract's terms, in groups a clerk fills from top to bottom. */
export function TermsFields(props: TermsFieldsProps) {
  const words = useWords();
  const { contractRecords: text, fields } = words;
  const { values, problems } = props;
  const shared = { values, problems };
  return (
    <>
      <fieldset className="field-group">
        <legend>{text.basics}</legend>
        {props.hasRow && <TextField {...shared} name="number" label={fields.contract.number} isRequired />}
        <TextField {...shared} name="title" label={fields.contract.title} isRequired />
        <OptionField
          {...shared}
          name="kind"
          label={fields.contract.kind}
          options={optionsOf(contractKinds, words.options.contract.kind)}
          isRequired
        />
        <TextField {...shared} name="signedOn" type="date" label={fields.contract.signedOn} />
      </fieldset>
      <Parties {...props} />
      <Period {...props} />
      <Coverage {...props} />
      <Fees {...props} />
      {props.hasRow && <LongField {...shared} name="note" label={fields.contract.note} />}
    </>
  );
}

function Parties({ values, problems, choices }: TermsFieldsProps) {
  const words = useWords();
  const { contractRecords: text, fields, fieldHints } = words;
  const shared = { values, problems };
  const hints: Readonly<Record<string, string>> = fieldHints.contract;
  return (
    <fieldset className="field-group">
      <legend>{text.partiesTitle}</legend>
      <OptionField
        {...shared}
        name="vendorId"
        label={fields.contract.vendorId}
        hint={text.vendorHint}
        options={choices.vendors}
        isList
        isRequired
      />
      <TextField
        {...shared}
        name="hospitalLabel"
        label={fields.contract.hospitalLabel}
        hint={hints.hospitalLabel ?? ""}
        isRequired
      />
      <TextField {...shared} name="vendorLabel" label={fields.contract.vendorLabel} isRequired />
      <LineFields
        {...shared}
        name="thirdParties"
        label={text.terms.thirdParties}
        hint={text.partiesHint}
        columns={[
          { name: "partyLabel", label: text.partyLabel },
          { name: "partyName", label: text.partyName },
          { name: "partyVendorId", label: text.partyVendor, options: choices.vendors },
        ]}
      />
    </fieldset>
  );
}

function Period({ values, problems }: TermsFieldsProps) {
  const words = useWords();
  const { contractRecords: text } = words;
  const shared = { values, problems };
  return (
    <fieldset className="field-group">
      <legend>{text.periodTitle}</legend>
      <TextField {...shared} name="inForceFrom" type="date" label={text.terms.inForceFrom} />
      <TextField {...shared} name="inForceTo" type="date" label={text.terms.inForceTo} />
      <OptionField
        {...shared}
        name="renewal"
        label={text.terms.renewal}
        options={optionsOf(renewals, words.options.contract.renewal)}
        isRequired
      />
      <TextField
        {...shared}
        name="renewalMonths"
        type="number"
        label={text.terms.renewalMonths}
        hint={text.renewalMonthsHint}
      />
      <TextField {...shared} name="noticeMonths" type="number" label={text.terms.noticeMonths} />
      <TextField
        {...shared}
        name="noticeDays"
        type="number"
        label={text.terms.noticeDays}
        hint={text.noticeHint}
      />
    </fieldset>
  );
}

function Coverage({ values, problems, choices }: TermsFieldsProps) {
  const { contractRecords: text } = useWords();
  const shared = { values, problems };
  return (
    <fieldset className="field-group">
      <legend>{text.coverTitle}</legend>
      <OptionsField {...shared} name="systemIds" label={text.terms.systemIds} options={choices.systems} />
      <OptionField
        {...shared}
        name="serverScope"
        label={text.terms.serverScope}
        hint={text.serverScopeHint}
        options={optionsOf(serverScopes, text.serverScopes)}
      />
      {choices.servers.length > 0 && (
        <OptionsField
          {...shared}
          name="serverIds"
          label={text.terms.serverIds}
          hint={text.serversHint}
          options={choices.servers}
        />
      )}
    </fieldset>
  );
}

function Fees({ values, problems }: TermsFieldsProps) {
  const { contractRecords: text } = useWords();
  const shared = { values, problems };
  return (
    <fieldset className="field-group">
      <legend>{text.feesTitle}</legend>
      <LineFields
        {...shared}
        name="feeLines"
        label={text.terms.feeLines}
        hint={text.feesHint}
        columns={[
          { name: "feeLabel", label: text.feeLabel },
          { name: "feeKind", label: text.feeKind, options: optionsOf(feeKinds, text.feeKinds) },
          { name: "feeAmount", label: text.feeAmount },
        ]}
      />
      <OptionField
        {...shared}
        name="subcontracting"
        label={text.terms.subcontracting}
        options={optionsOf(subcontractModels, text.subcontracting)}
        isList
      />
    </fieldset>
  );
}
