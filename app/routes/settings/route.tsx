import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { findHospital, listPeople } from "#db/queries/people.server";
import { Facts } from "~/components/facts";
import { PageHead } from "~/components/page-head";
import { LanguageSwitch } from "~/components/shell";
import { useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { may } from "~/domain/rights";
import { editionsOf } from "~/editions.server";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { cataloguesOf } from "~/use-cases/catalogues.server";
import { factsOn } from "~/use-cases/hospital-profile.server";
import { addPerson, MIN_PASSWORD } from "~/use-cases/people.server";
import { DiscardDemo } from "./discard-demo";
import { Editions } from "./editions";
import { PeoplePanel } from "./people-panel";
import { trustFacts } from "./trust-facts";

export const meta = pageTitle((words) => words.settings.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope, person, place } = await requireScope(request, context, "viewer");
  const hospital = await findHospital(ports.db, scope);
  const { beds } = await factsOn(ports.db, scope, dayInTokyo(ports.now()));
  return reply({
    person,
    role: scope.role,
    isDemo: place === "demo",
    isAdmin: may(scope, "person:write"),
    hospital: { name: hospital?.name ?? "", beds },
    people: await listPeople(ports.db, scope),
    editions: editionsOf(await cataloguesOf(ports, scope)),
    nodeNotice: context.nodeNotice,
    minPassword: MIN_PASSWORD,
  });
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
  const added = await addPerson(ports, scope, { ...typed, password: textOf(fields, "password") });
  if (!added.ok) return replyProblems(added.problems, { typed });
  return redirectTo("/settings");
}

export default function Settings() {
  const words = useWords();
  const data = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { settings, accounts } = words;
  return (
    <div className="stack">
      <PageHead title={settings.title} lead={settings.lead} />
      {data.isAdmin && data.nodeNotice === "end-of-life" && (
        <p className="note warn">{words.shell.nodeEndOfLife}</p>
      )}
      <Facts
        facts={[
          {
            label: accounts.hospitalName,
            value: (
              <>
                {data.hospital.name}{" "}
                <Link className="quiet" to="/hospital-names">
                  {words.contractRecords.hospitalNamesTitle}
                </Link>
              </>
            ),
          },
          {
            label: accounts.beds,
            value: (
              <>
                {data.hospital.beds ?? words.forms.notGiven}{" "}
                <Link className="quiet" to="/hospital-profile">
                  {words.comparing.profile.title}
                </Link>
              </>
            ),
          },
          { label: settings.me, value: `${data.person.department} ${data.person.name}` },
          { label: accounts.role, value: words.roleNames[data.role].word },
          { label: words.shell.language, value: <LanguageSwitch />, isWide: true },
          {
            label: words.requests.mails.title,
            value: <Link to="/settings/mails">{words.requests.mails.lead}</Link>,
            isWide: true,
          },
          ...trustFacts(words, data.role),
        ]}
      />
      <PeoplePanel
        people={data.people}
        isAdmin={data.isAdmin}
        minPassword={data.minPassword}
        typed={failed?.typed}
        problems={failed?.problems}
      />
      <Editions editions={data.editions} />
      {data.isDemo && <DiscardDemo />}
    </div>
  );
}
