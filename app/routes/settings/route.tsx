import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { findHospital } from "#db/queries/people.server";
import { accessOf } from "#db/queries/sign-in.server";
import { Facts } from "~/components/facts";
import { PageHead } from "~/components/page-head";
import { LanguageSwitch } from "~/components/shell";
import { useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { may } from "~/domain/rights";
import { editionsOf } from "~/editions.server";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { cataloguesOf } from "~/use-cases/catalogues.server";
import { factsOn } from "~/use-cases/hospital-profile.server";
import { networksOf } from "~/use-cases/memberships.server";
import { DiscardDemo } from "./discard-demo";
import { Editions } from "./editions";
import { OpenHospital } from "./open-hospital";
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
    networks: networksOf(await accessOf(ports.db, scope.hospitalId)).length,
    editions: editionsOf(await cataloguesOf(ports, scope)),
    nodeNotice: context.nodeNotice,
  });
}

export default function Settings() {
  const words = useWords();
  const data = useLoaderData<typeof loader>();
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
          {
            label: words.signIn.peopleTitle,
            value: <Link to="/people">{words.signIn.peopleLead}</Link>,
            isWide: true,
          },
          {
            label: words.signIn.account,
            value: <Link to="/account">{words.signIn.accountLead}</Link>,
            isWide: true,
          },
          {
            label: words.signIn.access,
            value: data.isAdmin ? (
              <Link to="/settings/access">
                {data.networks > 0 ? words.signIn.limited(data.networks) : words.signIn.noLimit}
              </Link>
            ) : data.networks > 0 ? (
              words.signIn.limited(data.networks)
            ) : (
              words.signIn.noLimit
            ),
            isWide: true,
          },
          { label: words.shell.language, value: <LanguageSwitch />, isWide: true },
          {
            label: words.requests.mails.title,
            value: <Link to="/settings/mails">{words.requests.mails.lead}</Link>,
            isWide: true,
          },
          ...trustFacts(words, data.role),
        ]}
      />
      <Editions editions={data.editions} />
      {data.isAdmin && !data.isDemo && <OpenHospital />}
      {data.isDemo && <DiscardDemo />}
    </div>
  );
}
