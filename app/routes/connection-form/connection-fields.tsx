import {
  type FieldOption,
  LongField,
  OptionField,
  type RawValues,
  TextField,
} from "~/components/plain-fields";
import { useWords } from "~/components/words";
import { type ConnectionOption, connectionOptions } from "~/domain/connection-form";
import type { Problem } from "~/domain/problem";

/** Every field of one connection; lists for options with many words. */
export function ConnectionFields(props: {
  values: RawValues;
  problems: readonly Problem[] | undefined;
  systems: readonly FieldOption[];
}) {
  const { connections: text } = useWords();
  const shared = { values: props.values, problems: props.problems };
  const hints: Readonly<Record<string, string>> = text.hints;
  const option = (name: ConnectionOption) => {
    const labels: Readonly<Record<string, string>> = text.options[name];
    const list: readonly string[] = connectionOptions[name];
    return (
      <OptionField
        {...shared}
        name={name}
        label={text.fields[name]}
        hint={hints[name] ?? ""}
        options={list.map((value) => ({ value, label: labels[value] ?? value }))}
        isRequired
      />
    );
  };
  return (
    <>
      <OptionField
        {...shared}
        name="systemId"
        label={text.fields.systemId}
        options={props.systems}
        isList
        isRequired
      />
      <TextField {...shared} name="name" label={text.fields.name} hint={text.hints.name} isRequired />
      {option("purpose")}
      <TextField {...shared} name="counterpart" label={text.fields.counterpart} />
      {option("method")}
      {option("opening")}
      <TextField {...shared} name="device" label={text.fields.device} />
      {option("patchBearer")}
      {option("accounts")}
      <TextField {...shared} name="accountCount" type="number" label={text.fields.accountCount} />
      {option("secondFactor")}
      <TextField
        {...shared}
        name="secondFactorBy"
        type="date"
        label={text.fields.secondFactorBy}
        hint={text.hints.secondFactorBy}
      />
      {option("sourceLimit")}
      <TextField {...shared} name="sourceNote" label={text.fields.sourceNote} />
      <TextField
        {...shared}
        name="logDays"
        type="number"
        label={text.fields.logDays}
        hint={text.hints.logDays}
      />
      <LongField {...shared} name="note" label={text.fields.note} />
    </>
  );
}
