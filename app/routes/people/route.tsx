import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { may } from "~/domain/rights";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { joinPerson, showPeople } from "~/use-cases/memberships.server";
import { addPerson, MIN_PASSWORD } from "~/use-cases/people.server";
import { JoinPanel } from "./join-panel";
import { PeoplePanel } from "./people-panel";
import { RightsTable } from "./rights-table";

export const meta = pageTitle((words) => words.signIn.peopleTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "person:see");
  const people = await showPeople(ports, scope);
  return reply({ people, isAdmin: may(scope, "person:write"), minPassword: MIN_PASSWORD });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "person:write");
  const fields = await readForm(request);
  const typed = {
    name: textOf(fields, "name"),
    department: textOf(fields, "department"),
    signInName: textOf(fields, "signInName").trim(),
    role: textOf(fields, "role"),
    until: textOf(fields, "until"),
  };
  const isJoin = textOf(fields, "intent") === "join";
  const added = isJoin
    ? await joinPerson(ports, scope, typed)
    : await addPerson(ports, scope, { ...typed, password: textOf(fields, "password") });
  if (!added.ok) return replyProblems(added.problems, { typed, isJoin });
  return redirectTo(`/people/${added.value.id}`);
}

export default function People() {
  const { signIn, settings } = useWords();
  const data = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const adding = answered && !answered.isJoin ? answered : undefined;
  const joining = answered?.isJoin ? answered : undefined;
  return (
    <div className="stack">
      <PageHead
        title={signIn.peopleTitle}
        lead={signIn.peopleLead}
        crumbs={[{ to: "/settings", label: settings.title }, { label: signIn.peopleTitle }]}
      />
      <PeoplePanel {...data} typed={adding?.typed} problems={adding?.problems} />
      {data.isAdmin && <JoinPanel typed={joining?.typed} problems={joining?.problems} />}
      <RightsTable />
    </div>
  );
}
