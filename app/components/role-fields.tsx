import type { Problem } from "~/domain/problem";
import { roles } from "~/domain/scope";
import { Choice, Field, FieldGroup } from "./field";
import { useWords } from "./words";

/** 役割と終了日 of a membership. */
export function RoleFields(props: { role: string; until: string; problems: readonly Problem[] | undefined }) {
  const words = useWords();
  const { accounts } = words;
  return (
    <>
      <FieldGroup name="role" label={accounts.role} problems={props.problems} isRequired>
        <div className="choices">
          {roles.map((role) => (
            <Choice
              key={role}
              type="radio"
              name="role"
              value={role}
              label={words.roleNames[role].word}
              isChecked={props.role === role}
            />
          ))}
        </div>
      </FieldGroup>
      <Field name="until" label={accounts.until} hint={accounts.untilHint} problems={props.problems}>
        {(control) => <input {...control} type="date" className="day" defaultValue={props.until} />}
      </Field>
    </>
  );
}
