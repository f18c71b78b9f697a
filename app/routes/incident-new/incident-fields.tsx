import { Field } from "~/components/field";
import { useWords } from "~/components/words";
import { incidentKinds, type RawIncident } from "~/domain/incident";
import type { Problem } from "~/domain/problem";

export type Choices = {
  systems: readonly { id: string; name: string }[];
  contracts: readonly { id: string; name: string }[];
};

/** The fields of an incident, for a first entry and for a correction alike. */
export function IncidentFields(props: {
  typed: RawIncident;
  choices: Choices;
  problems: Problem[] | undefined;
}) {
  const { incidents } = useWords().overTime;
  const { typed, choices, problems } = props;
  const { fields, hints } = incidents;
  return (
    <>
      <Field name="title" label={fields.title} hint={hints.title} isRequired problems={problems}>
        {(control) => <input {...control} type="text" defaultValue={typed.title} />}
      </Field>
      <Field name="kind" label={fields.kind} isRequired problems={problems}>
        {(control) => (
          <select {...control} defaultValue={typed.kind}>
            {incidentKinds.map((kind) => (
              <option key={kind} value={kind}>
                {incidents.kinds[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="happenedOn" label={fields.happenedOn} isRequired problems={problems}>
        {(control) => <input {...control} type="date" defaultValue={typed.happenedOn} />}
      </Field>
      <Field name="endedOn" label={fields.endedOn} hint={hints.endedOn} problems={problems}>
        {(control) => <input {...control} type="date" defaultValue={typed.endedOn} />}
      </Field>
      <Reference name="systemId" chosen={typed.systemId} options={choices.systems} problems={problems} />
      <Reference
        name="contractId"
        chosen={typed.contractId}
        options={choices.contracts}
        problems={problems}
      />
      <Field name="note" label={fields.note} hint={hints.note} problems={problems}>
        {(control) => <textarea {...control} rows={5} defaultValue={typed.note} />}
      </Field>
    </>
  );
}

function Reference(props: {
  name: "systemId" | "contractId";
  chosen: string;
  options: Choices["systems"];
  problems: Problem[] | undefined;
}) {
  const { incidents } = useWords().overTime;
  return (
    <Field name={props.name} label={incidents.fields[props.name]} problems={props.problems}>
      {(control) => (
        <select {...control} defaultValue={props.chosen}>
          <option value="">{incidents.none}</option>
          {props.options.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
