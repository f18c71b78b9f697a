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
import type { Problem } from "~/domain/problem";
import { dataKinds } from "~/domain/register";
import { dataContacts, sameDuties } from "~/domain/subcontractor";

/** Every field of one subcontractor. */
export function SubcontractorFields(props: {
  values: RawValues;
  problems: readonly Problem[] | undefined;
  parents: readonly FieldOption[];
}) {
  const words = useWords();
  const { contractRecords: text } = words;
  const shared = { values: props.values, problems: props.problems };
  return (
    <>
      <TextField {...shared} name="name" label={text.name} isRequired />
      <OptionField
        {...shared}
        name="parentId"
        label={text.parent}
        options={props.parents}
        first={text.directly}
        isList
      />
      <LongField {...shared} name="work" label={text.work} rows={2} isRequired />
      <TextField {...shared} name="address" label={text.address} />
      <TextField {...shared} name="country" label={text.country} hint={text.countryHint} />
      <OptionField
        {...shared}
        name="dataContact"
        label={text.dataContact}
        options={optionsOf(dataContacts, text.dataContacts)}
        isRequired
      />
      <OptionsField
        {...shared}
        name="dataKinds"
        label={text.dataKinds}
        options={optionsOf(dataKinds, words.options.system.dataKinds)}
      />
      <LineFields
        {...shared}
        name="certificates"
        label={text.certificates}
        hint={text.certificatesHint}
        columns={[
          { name: "certificateName", label: text.certificateName },
          { name: "certificateNumber", label: text.certificateNumber },
          { name: "certificateExpiresOn", label: text.certificateExpiresOn, isDay: true },
        ]}
      />
      <TextField
        {...shared}
        name="approvedOn"
        type="date"
        label={text.approvedOn}
        hint={text.approvedOnHint}
      />
      <OptionField
        {...shared}
        name="sameDuty"
        label={text.sameDuty}
        options={optionsOf(sameDuties, text.sameDuties)}
        isRequired
      />
      <TextField {...shared} name="usedFrom" type="date" label={text.usedFrom} />
      <TextField {...shared} name="usedTo" type="date" label={text.usedTo} />
      <LongField {...shared} name="note" label={text.note} />
    </>
  );
}
