import type { Problem } from "~/domain/problem";
import { Field } from "./field";
import { useWords } from "./words";

export type TypedAccount = { name: string; department: string; signInName: string };

/** Labels of an account's fields, for the summary of problems. */
export function accountLabels(accounts: ReturnType<typeof useWords>["accounts"]): Record<string, string> {
  const { hospitalName, name, department, signInName, password, setupCode, role, until } = accounts;
  return { hospitalName, name, department, signInName, password, setupCode, role, until };
}

/** Name, department, sign-in name and password of a new account; the password is never shown again. */
export function AccountFields(props: {
  typed: TypedAccount | undefined;
  problems: readonly Problem[] | undefined;
  /** Least number of characters of a password. */
  minPassword: number;
  /** True where a link can be made instead. */
  mayLackPassword?: boolean;
}) {
  const { accounts } = useWords();
  const { problems, typed } = props;
  return (
    <>
      <Field name="name" label={accounts.name} problems={problems} isRequired>
        {(control) => <input {...control} type="text" autoComplete="off" defaultValue={typed?.name} />}
      </Field>
      <Field name="department" label={accounts.department} problems={problems}>
        {(control) => <input {...control} type="text" autoComplete="off" defaultValue={typed?.department} />}
      </Field>
      <Field
        name="signInName"
        label={accounts.signInName}
        hint={accounts.signInNameHint}
        problems={problems}
        isRequired
      >
        {(control) => (
          <input
            {...control}
            type="text"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={typed?.signInName}
          />
        )}
      </Field>
      <Field
        name="password"
        label={accounts.password}
        hint={accounts.passwordHint(props.minPassword)}
        problems={problems}
        isRequired={props.mayLackPassword !== true}
      >
        {(control) => <input {...control} type="password" autoComplete="new-password" />}
      </Field>
    </>
  );
}
