import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { redirectTo, refuse, reply, replyProblems } from "~/http.server";
import { problemWords } from "~/messages/labels";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showBackups, startBackup } from "~/use-cases/backups.server";
import { RunTable } from "./run-table";
import { StatePanel } from "./state-panel";

export const meta = pageTitle((words) => words.backups.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "backup:make");
  const shown = await showBackups(ports, scope);
  if (!shown.ok) throw refuse(shown.problems);
  return reply(shown.value);
}

export type BackupsPage = ReturnType<typeof useLoaderData<typeof loader>>;

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "backup:make");
  const started = await startBackup(ports, scope);
  return started.ok ? redirectTo("/settings/backups") : replyProblems(started.problems, {});
}

export default function Backups() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const own = words.backups;
  return (
    <div className="stack">
      <PageHead
        title={own.title}
        lead={own.lead}
        crumbs={[{ to: "/settings", label: words.settings.title }, { label: own.title }]}
      />
      <ProblemSummary problems={answered?.problems} />
      <Warnings page={page} />
      {page.places && <StatePanel page={page} places={page.places} />}
      {page.places && (
        <Form method="post" className="stack">
          <p>
            <button type="submit" className="button primary" disabled={page.isRunning}>
              {own.take}
            </button>
          </p>
          <p className="quiet">{own.takeWhat}</p>
        </Form>
      )}
      <RunTable page={page} />
      <section className="panel">
        <h2>{own.restore}</h2>
        <p className="panel-text">{own.restoreWhat}</p>
      </section>
    </div>
  );
}

/** What is wrong, and what to do. */
function Warnings({ page }: { page: BackupsPage }) {
  const words = useWords();
  const own = words.backups;
  const failure = page.failure && problemWords(words, page.failure);
  return (
    <>
      {page.places === null && <p className="note">{own.none}</p>}
      {page.isRunning && (
        <p className="note" role="status">
          {own.running} <Link to="/settings/backups">{own.refresh}</Link>
        </p>
      )}
      {page.isStale && page.places && <p className="note warn">{own.stale}</p>}
      {failure && (
        <div className="note stop" role="alert">
          <p>
            <b>{own.failed}</b>
          </p>
          <p>{`${failure.what}${failure.next}`}</p>
          <p>{own.failedNext}</p>
        </div>
      )}
    </>
  );
}
