import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { Tag } from "~/components/badges";
import { EmptyState } from "~/components/empty-state";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { may } from "~/domain/rights";
import { redirectTo, refuse, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showBinders, startBinder } from "~/use-cases/binder.server";
import { MadeTable } from "./made-table";

export const meta = pageTitle((words) => words.binders.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  return reply({ ...(await showBinders(ports, scope)), canEdit: may(scope, "binder:make") });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "binder:make");
  const started = startBinder(ports, scope);
  if (!started.ok) throw refuse(started.problems);
  return redirectTo("/binders");
}

export type BindersPage = ReturnType<typeof useLoaderData<typeof loader>>;

const ASK_AGAIN_MS = 1500;

export default function Binders() {
  const { binders, papers } = useWords();
  const page = useLoaderData<typeof loader>();
  const { progress } = page;
  const isRunning = progress !== null && (progress.step === "gathering" || progress.step === "printing");
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(revalidate, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isRunning, revalidate]);
  return (
    <div className="stack">
      <PageHead
        title={binders.title}
        lead={binders.lead}
        crumbs={[{ to: "/papers", label: papers.title }, { label: binders.title }]}
      >
        {page.canEdit && (
          <Form method="post">
            <button type="submit" className="button primary" disabled={isRunning}>
              {binders.make}
            </button>
          </Form>
        )}
      </PageHead>
      <p>
        <Tag>{binders.internal}</Tag> {binders.internalNote}
      </p>
      {progress?.step === "failed" && <ProblemSummary problems={progress.problems} labels={{}} />}
      {progress && <Progress progress={progress} />}
      {page.made.length === 0 ? (
        !isRunning && <EmptyState sentence={binders.empty} />
      ) : (
        <MadeTable made={page.made} />
      )}
    </div>
  );
}

function Progress({ progress }: { progress: NonNullable<BindersPage["progress"]> }) {
  const { binders } = useWords();
  if (progress.step === "failed") return null;
  if (progress.step === "done")
    return (
      <p className="note good" role="status">
        {binders.done} <a href={`/binders/${progress.binderId}`}>{binders.open}</a>
      </p>
    );
  const label =
    progress.step === "gathering" ? binders.gathering : binders.printing(progress.drawn, progress.total);
  return (
    <div className="note" role="status">
      <p>{label}</p>
      {progress.step === "printing" && (
        <progress value={progress.drawn} max={progress.total} aria-label={label} />
      )}
      <p className="quiet">{binders.mayLeave}</p>
      <noscript>
        <a href="/binders">{binders.again}</a>
      </noscript>
    </div>
  );
}
