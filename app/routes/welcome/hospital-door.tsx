import { Form } from "@remix-run/react";
import { Field } from "~/components/field";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";

type Typed = { hospitalName: string; name: string; department: string; signInName: string };

/** 病院をつくる: the hospital, its first administrator, and the setup code where the address asks for it. */
export function HospitalDoor(props: {
  needsCode: boolean;
  minPassword: number;
  typed: Typed | undefined;
  problems: readonly Problem[] | undefined;
}) {
  const { accounts, welcome } = useWords();
  const { problems, typed } = props;
  return (
    <section className="panel door">
      <h2>{welcome.create}</h2>
      <p>{welcome.createWhat}</p>
      <ProblemSummary problems={problems} labels={accountLabels(accounts)} />
      <Form method="post" className="stack form" noValidate>
        {props.needsCode && (
          <Field
            name="setupCode"
            label={accounts.setupCode}
            hint={accounts.setupCodeHint}
            problems={problems}
            isRequired
          >
            {(control) => <input {...control} type="text" inputMode="numeric" autoComplete="off" />}
          </Field>
        )}
        <Field
          name="hospitalName"
          label={accounts.hospitalName}
          hint={accounts.hospitalNameHint}
          problems={problems}
          isRequired
        >
          {(control) => (
            <input {...control} type="text" autoComplete="organization" defaultValue={typed?.hospitalName} />
          )}
        </Field>
        <AccountFields typed={typed} problems={problems} minPassword={props.minPassword} />
        <p>
          <button type="submit" className="button primary big">
            {welcome.create}
          </button>
        </p>
      </Form>
    </section>
  );
}

function accountLabels(accounts: ReturnType<typeof useWords>["accounts"]): Record<string, string> {
  const { hospitalName, name, department, signInName, password, setupCode } = accounts;
  return { hospitalName, name, department, signInName, password, setupCode };
}

function AccountFields(props: {
  typed: Typed | undefined;
  problems: readonly Problem[] | undefined;
  minPassword: number;
}) {
  const { accounts } = useWords();
  const { problems, typed } = props;
  return (
    <>
      <Field name="name" label={accounts.name} problems={problems} isRequired>
        {(control) => <input {...control} type="text" autoComplete="name" defaultValue={typed?.name} />}
      </Field>
      <Field name="department" label={accounts.department} problems={problems}>
        {(control) => <input {...control} type="text" defaultValue={typed?.department} />}
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
            autoComplete="username"
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
        isRequired
      >
        {(control) => <input {...control} type="password" autoComplete="new-password" />}
      </Field>
    </>
  );
}
