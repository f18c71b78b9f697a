import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { failed, problem } from "~/domain/problem";
import { countOf, readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import {
  eraseAccount,
  eraseContact,
  eraseOldMails,
  saveRetention,
  showPersonalData,
} from "~/use-cases/erase-person.server";
import { ErasablePeople } from "./erasable-people";
import { RulePanel } from "./rule-panel";

export const meta = pageTitle((words) => words.personalData.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "person:write");
  const shown = await showPersonalData(ports, scope);
  if (!shown.ok) throw refuse(shown.problems);
  return reply(shown.value);
}

export type PersonalDataPage = ReturnType<typeof useLoaderData<typeof loader>>;

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "person:write");
  const fields = await readForm(request);
  const of = (name: string) => textOf(fields, name);
  const rule = {
    kind: of("kind"),
    years: of("years"),
    basis: of("basis"),
    version: countOf(fields, "version"),
  };
  const acts = {
    rule: () => saveRetention(ports, scope, rule),
    contact: () => eraseContact(ports, scope, { contactId: of("id"), reason: of("reason") }),
    account: () => eraseAccount(ports, scope, { accountId: of("id"), reason: of("reason") }),
    mails: () => eraseOldMails(ports, scope),
  };
  const act = Object.entries(acts).find(([name]) => name === of("intent"))?.[1];
  const result = act ? await act() : failed(problem("form-unreadable"));
  if (!result.ok) return replyProblems(result.problems, { typed: fields });
  return redirectTo("/settings/personal-data");
}

export default function PersonalData() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const own = words.personalData;
  return (
    <div className="stack">
      <PageHead
        title={own.title}
        lead={own.lead}
        crumbs={[{ to: "/settings", label: words.settings.title }, { label: own.title }]}
      />
      <p className="note">{own.how}</p>
      <ProblemSummary problems={answered?.problems} />
      <section className="panel">
        <h2>{own.rules}</h2>
        {page.rules.map((rule) => (
          <RulePanel key={`${rule.kind} ${rule.version}`} rule={rule} />
        ))}
      </section>
      <ErasablePeople page={page} />
      <section className="panel">
        <h2>{own.mails}</h2>
        <div className="panel-text stack">
          <p>{page.oldMails === null ? own.noRule : own.mailCount(page.oldMails)}</p>
          {page.oldMails !== null && page.oldMails > 0 && (
            <Form method="post">
              <button type="submit" name="intent" value="mails" className="button">
                {own.eraseMails}
              </button>
            </Form>
          )}
        </div>
      </section>
    </div>
  );
}
