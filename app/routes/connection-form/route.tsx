import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { EndPanel, ReopenPanel } from "~/components/entry-fields";
import { sinceText } from "~/components/entry-history";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useLanguage, useWords } from "~/components/words";
import type { Problem } from "~/domain/problem";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { DifferencePanel } from "./difference-panel";
import { EditForm } from "./edit-form";
import { readConnectionPage, readNewConnection } from "./page.server";
import { BasisPanel, ProposalPanel } from "./proposal-panel";
import { ConnectionRecords, connectionLabels } from "./record-foot";
import { saveConnection } from "./save.server";

export const meta = pageTitle((words) => words.connections.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, params.connectionId ? "viewer" : "register:write");
  const asked = new URL(request.url).searchParams;
  if (params.connectionId) return reply(await readConnectionPage(visit, params.connectionId, asked));
  return reply(await readNewConnection(visit, asked.get("systemId") ?? ""));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "register:write");
  const raw = await readForm(request);
  const saved = await saveConnection(visit, raw, params.connectionId ?? null);
  if (!saved.ok) return replyProblems(saved.problems, { typed: raw, intent: textOf(raw, "intent") });
  return redirectTo(`/connections/${saved.value.id}`);
}

export default function ConnectionFormPage() {
  const words = useWords();
  const { connections: text } = words;
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const problems: readonly Problem[] | undefined = failed?.problems;
  const { connection } = page;
  // why: a proposal that is taken over, or another entry, is another form; React would keep the typed fields.
  const { search } = useLocation();
  const title = connection ? connection.name : text.add;
  const of = (intent: string) => (failed?.intent === intent ? problems : undefined);
  return (
    <div className="stack">
      <PageHead
        title={title}
        note={connection?.system}
        lead={useLead()}
        crumbs={[{ to: "/connections", label: text.title }, { label: title }]}
      />
      {failed && failed.intent !== "save" && (
        <ProblemSummary problems={problems} labels={connectionLabels(words)} />
      )}
      {connection && connection.concerns.length > 0 && (
        <p>
          {connection.concerns.map((each) => (
            <Tag key={each}>{text.concerns[each]}</Tag>
          ))}
        </p>
      )}
      {connection && page.mode === "change" && <DifferencePanel />}
      {page.systemId !== "" && page.mode !== "correct" && <ProposalPanel proposal={page.proposal} />}
      {page.mayEdit && !connection?.archivedAt && <EditForm key={search} />}
      {connection && <BasisPanel basis={connection.basis} />}
      {connection && page.mayEdit && page.mode === "change" && !connection.archivedAt && (
        <EndPanel version={connection.version} today={page.today} problems={of("end")} />
      )}
      {connection?.archivedAt && page.mayEdit && (
        <ReopenPanel version={connection.version} problems={of("reopen")} />
      )}
      {connection && <ConnectionRecords />}
    </div>
  );
}

/** What the page is for: who confirmed the connection, or what saving does to the record. */
function useLead(): string {
  const words = useWords();
  const language = useLanguage();
  const { connections: text, entries } = words;
  const { connection, mode, entry } = useLoaderData<typeof loader>();
  if (connection === null) return text.lead;
  if (mode === "correct") return entries.correctWhat(sinceText(words, language, entry?.effectiveFrom ?? ""));
  if (connection.confirmedOn === null) return `${text.notConfirmed}。${entries.changeWhat}`;
  const by = connection.confirmedBy ?? words.contractRecords.unknownPerson;
  return `${text.confirmed(formatDay(connection.confirmedOn, language), by)}。${entries.changeWhat}`;
}
