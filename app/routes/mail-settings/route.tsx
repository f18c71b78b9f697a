import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Facts } from "~/components/facts";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { countOf, readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import {
  resetMailWording,
  saveMailSetting,
  saveMailWording,
  showMailSettings,
} from "~/use-cases/mail-settings.server";
import { GeneralPanel } from "./general-panel";
import { WordingPanel } from "./wording-panel";

export const meta = pageTitle((words) => words.requests.mails.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  return reply({ ...(await showMailSettings(ports, scope)), isAdmin: may(scope, "setting:write") });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "setting:write");
  const fields = await readForm(request);
  const text = (name: string) => textOf(fields, name);
  const [intent, kind, version] = [text("intent"), text("kind"), countOf(fields, "version")];
  const typed = { subject: text("subject"), body: text("body") };
  const general = { digestTo: text("digestTo"), reminderDays: text("reminderDays") };
  const acts = {
    word: () => saveMailWording(ports, scope, { kind, ...typed, version }),
    reset: () => resetMailWording(ports, scope, { kind }),
    general: () => saveMailSetting(ports, scope, { ...general, version }),
  };
  const act = Object.entries(acts).find(([name]) => name === intent)?.[1];
  if (!act) throw refuse([problem("form-unreadable")]);
  const result = await act();
  if (!result.ok) return replyProblems(result.problems, { intent, kind, typed, general });
  return redirectTo(intent === "general" ? "/settings/mails" : `/settings/mails#wording-${kind}`);
}

export type MailSettingsData = ReturnType<typeof useLoaderData<typeof loader>>;
export type MailSettingsAnswered = ReturnType<typeof useActionData<typeof action>>;

export default function MailSettings() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const own = words.requests.mails;
  const labels = { digestTo: own.digestTo, reminderDays: own.reminderDays };
  return (
    <div className="stack">
      <PageHead
        title={own.title}
        lead={own.lead}
        crumbs={[{ to: "/settings", label: words.settings.title }, { label: own.title }]}
      />
      {!page.isAdmin && <p className="note">{own.onlyAdmins}</p>}
      <ProblemSummary problems={answered?.problems} labels={answered?.intent === "general" ? labels : {}} />
      <Facts
        facts={[
          { label: own.server, value: page.sends ? own.serverOn : own.serverOff },
          { label: own.base, value: page.baseUrl ?? own.baseOff },
        ]}
      />
      <GeneralPanel page={page} answered={answered} />
      <h2>{own.wordings}</h2>
      {page.wordings.map((wording) => (
        <WordingPanel key={wording.kind} wording={wording} page={page} answered={answered} />
      ))}
    </div>
  );
}
