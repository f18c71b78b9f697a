import { Form } from "@remix-run/react";
import { AccountFields, accountLabels, type TypedAccount } from "~/components/account-fields";
import { DataTable } from "~/components/data-table";
import { Choice, Field, FieldGroup } from "~/components/field";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { type Role, roles } from "~/domain/scope";

type Person = {
  id: string;
  name: string;
  department: string;
  signInName: string;
  role: Role;
  disabledAt: string | null;
};
type Adding = {
  minPassword: number;
  typed: (TypedAccount & { role: string; until: string }) | undefined;
  problems: readonly Problem[] | undefined;
};

/** 利用者: who works here with which role; administrators add people. */
export function PeoplePanel(props: Adding & { people: readonly Person[]; isAdmin: boolean }) {
  const words = useWords();
  const { accounts, settings } = words;
  return (
    <section className="panel">
      <h2>
        <span>
          {settings.people} <small>{settings.peopleCount(props.people.length)}</small>
        </span>
      </h2>
      <DataTable
        caption={settings.people}
        columns={[
          { name: "name", label: accounts.name },
          { name: "department", label: accounts.department },
          { name: "signInName", label: accounts.signInName },
          { name: "role", label: accounts.role },
        ]}
        rows={props.people.map((person) => ({
          id: person.id,
          cells: {
            name: person.name,
            department: person.department || words.forms.notGiven,
            signInName: person.signInName,
            role: person.disabledAt === null ? words.roleNames[person.role].word : settings.disabled,
          },
        }))}
      />
      {props.isAdmin ? <AddPerson {...props} /> : <p className="panel-text quiet">{settings.onlyAdmins}</p>}
    </section>
  );
}

function AddPerson({ minPassword, typed, problems }: Adding) {
  const words = useWords();
  const { accounts, settings } = words;
  return (
    <details className="confirm" open={problems !== undefined}>
      <summary>{settings.addPerson}</summary>
      <Form method="post" className="stack form panel-text" noValidate>
        <ProblemSummary problems={problems} labels={accountLabels(accounts)} />
        <AccountFields typed={typed} problems={problems} minPassword={minPassword} />
        <FieldGroup name="role" label={accounts.role} problems={problems} isRequired>
          <div className="choices">
            {roles.map((role) => (
              <Choice
                key={role}
                type="radio"
                name="role"
                value={role}
                label={words.roleNames[role].word}
                isChecked={(typed?.role ?? "procurement") === role}
              />
            ))}
          </div>
        </FieldGroup>
        <Field name="until" label={accounts.until} hint={accounts.untilHint} problems={problems}>
          {(control) => <input {...control} type="date" defaultValue={typed?.until} />}
        </Field>
        <p className="quiet">{settings.addPersonWhat}</p>
        <p>
          <button type="submit" className="button">
            {settings.addPerson}
          </button>
        </p>
      </Form>
    </details>
  );
}
