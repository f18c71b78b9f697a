import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CopyText } from "~/components/copy-text";
import { Facts } from "~/components/facts";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showPerson } from "~/use-cases/memberships.server";
import { carryOut } from "./actions.server";
import { PersonPanels } from "./person-panels";

export const meta = pageTitle<typeof loader>((_words, data) => data?.person.name ?? "");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "person:write");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const shown = await showPerson(ports, scope, { accountId: params.id });
  if (!shown.ok) throw refuse(shown.problems);
  return reply({ person: shown.value });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "person:write");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const fields = await readForm(request);
  const kept = {
    role: textOf(fields, "role"),
    until: textOf(fields, "until"),
    intent: textOf(fields, "intent"),
  };
  const result = await carryOut(ports, scope, params.id, fields);
  if (!result.ok) {
    if (result.problems.some((each) => each.code === "not-found")) throw refuse(result.problems);
    return replyProblems(result.problems, { kept, link: null });
  }
  if (result.value === null) return redirectTo(`/people/${params.id}`);
  // why no redirect: the link is shown this once and stands in no address.
  const base = ports.baseUrl ?? new URL(request.url).origin;
  return reply({ problems: [], kept, link: `${base}/join/${result.value.token}` });
}

export type PersonData = ReturnType<typeof useLoaderData<typeof loader>>["person"];

export default function PersonRoute() {
  const words = useWords();
  const { signIn, accounts } = words;
  const { person } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  return (
    <div className="stack">
      <PageHead
        title={person.name}
        lead={person.department}
        crumbs={[{ to: "/people", label: signIn.peopleTitle }, { label: person.name }]}
      />
      <ProblemSummary problems={answered?.problems} labels={{ role: accounts.role, until: accounts.until }} />
      {answered?.link && (
        <section className="note warn stack" role="status">
          <p>{signIn.linkMade}</p>
          <CopyText label={signIn.link} text={answered.link} />
        </section>
      )}
      <Facts
        facts={[
          { label: accounts.signInName, value: person.signInName },
          { label: accounts.role, value: words.roleNames[person.role].word },
          { label: signIn.until, value: person.untilDay ?? signIn.untilNone },
          { label: signIn.factors, value: signIn.factorState(person.hasFactor, person.isWaived) },
        ]}
      />
      {person.isOneself ? (
        <p className="note">{signIn.oneself}</p>
      ) : (
        <PersonPanels person={person} kept={answered?.kept} problems={answered?.problems} />
      )}
    </div>
  );
}
