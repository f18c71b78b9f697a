import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { useLanguage, useWords } from "~/components/words";
import { may } from "~/domain/rights";
import { reply } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { lacksBackup } from "~/use-cases/backups.server";
import { showHome } from "~/use-cases/home.server";
import { Figures } from "./figures";
import { FirstSteps } from "./first-steps";
import { NinetyDays } from "./ninety-days";
import { TaskList } from "./task-list";

export const meta = pageTitle((words) => words.home.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const [home, isBackupMissing] = await Promise.all([showHome(ports, scope), lacksBackup(ports, scope)]);
  return reply({ ...home, isBackupMissing, mayEdit: may(scope, "disclosure:write") });
}

export type HomePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Home() {
  const words = useWords();
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const { home } = words;
  if (page.isFirstDay) return <FirstSteps mayEdit={page.mayEdit} />;
  return (
    <>
      <PageHead
        title={home.today}
        note={home.count(page.tasks.length)}
        lead={`${formatDay(page.today, language)}　${home.order}`}
      >
        {page.mayEdit && (
          <Link className="button primary" to="/disclosures/receive">
            {home.receive}
          </Link>
        )}
      </PageHead>
      <div className="stack">
        {page.isBackupMissing && (
          <p className="note warn">
            {words.backups.staleHome} <Link to="/settings/backups">{words.backups.toPage}</Link>
          </p>
        )}
        <TaskList tasks={page.tasks} today={page.today} matters={page.matters} />
        <Figures figures={page.figures} />
        <NinetyDays coming={page.coming} today={page.today} />
        <p className="quiet">{home.twoFactor}</p>
      </div>
    </>
  );
}
