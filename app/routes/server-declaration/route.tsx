import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { PageHead } from "~/components/page-head";
import { LongField } from "~/components/plain-fields";
import { ProblemSummary } from "~/components/problem-summary";
import { useLanguage, useWords } from "~/components/words";
import { dayInTokyo } from "~/domain/day";
import { PAGE_SIZE } from "~/domain/list-query";
import { may } from "~/domain/rights";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { FamilyTabs } from "~/routes/register-list/family-tabs";
import { requireScope } from "~/scope.server";
import { declareServers, showServerList } from "~/use-cases/servers.server";
import { ChangesPanel } from "./changes-panel";
import { DeclarationsPanel } from "./declarations-panel";
import { ListNow } from "./list-now";

export const meta = pageTitle((words) => words.declarations.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const list = await showServerList(ports, scope);
  const today = dayInTokyo(ports.now());
  const servers = list.servers.slice(0, PAGE_SIZE * 4);
  return reply({ ...list, servers, today, mayDeclare: may(scope, "register:write") });
}
export type DeclarationPage = ReturnType<typeof useLoaderData<typeof loader>>;

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "register:write");
  const raw = await readForm(request);
  const input = { sha256: textOf(raw, "sha256"), note: textOf(raw, "note") };
  const saved = await declareServers(ports, scope, input);
  if (!saved.ok) return replyProblems(saved.problems, { note: input.note });
  return redirectTo("/server-list");
}

export default function ServerDeclarationPage() {
  const words = useWords();
  const { declarations: text } = words;
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <div className="stack">
      <PageHead title={text.title} lead={text.lead} />
      <FamilyTabs noun="system" here="/server-list" />
      <ProblemSummary problems={failed?.problems} labels={{ note: text.note }} />
      <Standing page={page} />
      <p className="quiet">{text.why}</p>
      <ChangesPanel changes={page.changes ?? []} />
      {page.mayDeclare && (
        <ConfirmPanel
          title={text.declare}
          what={text.declareWhat}
          freezes={[
            { label: text.servers, value: page.counts.total },
            { label: text.systems, value: page.systemCount },
          ]}
          fields={{ sha256: page.sha256 }}
          button={text.declare}
          isPrimary
        >
          <LongField
            name="note"
            label={text.note}
            hint={text.noteHint}
            rows={2}
            values={{ note: failed?.note ?? "" }}
            problems={failed?.problems}
          />
        </ConfirmPanel>
      )}
      <ListNow page={page} />
      <DeclarationsPanel declarations={page.declarations} />
    </div>
  );
}

function Standing({ page }: { page: DeclarationPage }) {
  const { declarations: text, contractRecords } = useWords();
  const language = useLanguage();
  const last = page.declarations[0];
  if (!last) return <p className="note warn">{text.never}</p>;
  const day = formatDay(last.declaredOn, language);
  const by = last.declaredBy ?? contractRecords.unknownPerson;
  return page.changes?.length === 0 ? (
    <p className="note">{text.standing(day, by)}</p>
  ) : (
    <p className="note warn">{text.stale(day)}</p>
  );
}
