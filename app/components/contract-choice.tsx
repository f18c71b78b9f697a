import type { Problem } from "~/domain/problem";
import { Field } from "./field";
import { useWords } from "./words";

/** The contract something new belongs to. */
export function ContractChoice(props: {
  label: string;
  contracts: readonly { id: string; name: string }[];
  chosen: string;
  problems: readonly Problem[] | undefined;
}) {
  const words = useWords();
  return (
    <Field name="contractId" label={props.label} isRequired problems={props.problems}>
      {(control) => (
        <select {...control} defaultValue={props.chosen}>
          <option value="">{words.forms.choose}</option>
          {props.contracts.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
