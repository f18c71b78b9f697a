import { Form } from "@remix-run/react";
import { AccountFields, accountLabels, type TypedAccount } from "~/components/account-fields";
import { Field } from "~/components/field";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";

/** 病院をつくる: the hospital, its first administrator, and the setup code where the address asks for it. */
export function HospitalDoor(props: {
  needsCode: boolean;
  minPassword: number;
  typed: (TypedAccount & { hospitalName: string }) | undefined;
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
