import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { Tag } from "~/components/badges";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useLanguage, useWords } from "~/components/words";
import { may } from "~/domain/rights";
import { redirectTo, refuse, reply } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showBinders, startBinder } from "~/use-cases/binder.server";

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

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

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

function Progress({ progress }: { progress: NonNullable<Loaded["progress"]> }) {
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

function MadeTable({ made }: { made: Loaded["made"] }) {
  const { binders } = useWords();
  const language = useLanguage();
  const names = ["madeOn", "pages", "size", "by", "hash"] as const;
  return (
    <section className="panel">
      <DataTable
        caption={binders.title}
        columns={names.map((name) => ({ name, label: binders.columns[name] }))}
        rows={made.map((each) => ({
          id: each.id,
          cells: {
            madeOn: <a href={`/binders/${each.id}`}>{formatDay(each.madeOn, language)}</a>,
            pages: <span className="num">{binders.pages(each.pageCount)}</span>,
            size: <span className="num">{binders.kilobytes(Math.ceil(each.size / 1024))}</span>,
            by: each.madeBy,
            hash: <span className="hash">{each.sha256}</span>,
          },
        }))}
      />
    </section>
  );
}
