import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { PageHead } from "~/components/page-head";
import { SelfCheckTabs } from "~/components/self-check-tabs";
import { useLanguage, useWords } from "~/components/words";
import { reply } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { listSurveys } from "~/use-cases/surveys.server";

export const meta = pageTitle((words) => words.selfChecks.tabs.surveys);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  return reply(await listSurveys(ports, scope));
}

export default function Surveys() {
  const { surveys, selfChecks } = useWords();
  const language = useLanguage();
  const { rows } = useLoaderData<typeof loader>();
  const names = ["year", "title", "asked", "answered"] as const;
  return (
    <div className="stack">
      <PageHead title={selfChecks.tabs.surveys} lead={surveys.lead} />
      <SelfCheckTabs here="surveys" />
      {rows.length === 0 ? (
        <p className="note">{surveys.empty}</p>
      ) : (
        <div className="panel">
          <DataTable
            caption={selfChecks.tabs.surveys}
            columns={names.map((name) => ({ name, label: surveys.columns[name] }))}
            rows={rows.map((each) => ({
              id: String(each.fiscalYear),
              to: `/surveys/${each.fiscalYear}`,
              cells: {
                year: <span className="num">{each.fiscalYear}</span>,
                title: each.title,
                asked: <span className="num">{formatDay(each.asked, language)}</span>,
                answered: <span className="num">{surveys.answeredOf(each.answered, each.total)}</span>,
              },
            }))}
          />
        </div>
      )}
    </div>
  );
}
