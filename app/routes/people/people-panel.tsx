import { Form } from "@remix-run/react";
import { AccountFields, accountLabels, type TypedAccount } from "~/components/account-fields";
import { DataTable } from "~/components/data-table";
import { ProblemSummary } from "~/components/problem-summary";
import { RoleFields } from "~/components/role-fields";
import { useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import type { Role } from "~/domain/scope";

type Person = {
  id: string;
  name: string;
  department: string;
  signInName: string;
  role: Role;
  untilDay: string | null;
  state: keyof ReturnType<typeof useWords>["signIn"]["states"];
};
type Adding = {
  minPassword: number;
  typed: (TypedAccount & { role: string; until: string }) | undefined;
  problems: readonly Problem[] | undefined;
};

/** 利用者: who works here with which role; administrators add people. */
export function PeoplePanel(props: Adding & { people: readonly Person[]; isAdmin: boolean }) {
  const words = useWords();
  const { accounts, settings, signIn } = words;
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
          { name: "until", label: signIn.until },
          { name: "state", label: signIn.state },
        ]}
        rows={props.people.map((person) => ({
          id: person.id,
          ...(props.isAdmin ? { to: `/people/${person.id}` } : {}),
          cells: {
            name: person.name,
            department: person.department || words.forms.notGiven,
            signInName: person.signInName,
            role: words.roleNames[person.role].word,
            until: <span className="num">{person.untilDay ?? signIn.untilNone}</span>,
            state: signIn.states[person.state],
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
        <AccountFields typed={typed} problems={problems} minPassword={minPassword} mayLackPassword />
        <RoleFields role={typed?.role ?? "procurement"} until={typed?.until ?? ""} problems={problems} />
        <p className="quiet">{words.signIn.passwordOrLink}</p>
        <p>
          <button type="submit" className="button">
            {settings.addPerson}
          </button>
        </p>
      </Form>
    </details>
  );
}
