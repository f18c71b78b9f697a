import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { LookBackTabs } from "~/components/look-back-tabs";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showFigures } from "~/use-cases/figures.server";
import { SharePanel } from "./share-panel";
import { TwoFactorPanel } from "./two-factor-panel";
import { YearPanels } from "./year-panels";

export const meta = pageTitle((words) => words.overTime.tabs.figures);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  return reply(await showFigures(ports, scope));
}

export type FiguresPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Figures() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const { figures, tabs } = words.overTime;
  const isEmpty = page.points.length === 0;
  return (
    <div className="stack">
      <PageHead title={tabs.figures} lead={figures.lead}>
        {!isEmpty && (
          <span className="export">
            <a href="/figures/export?as=xlsx">{words.lists.exportXlsx}</a>
            <a href="/figures/export?as=csv">{words.lists.exportCsv}</a>
            <a href="/figures/export?as=json">{words.overTime.exportJson}</a>
          </span>
        )}
      </PageHead>
      <LookBackTabs here="figures" />
      {isEmpty ? (
        <EmptyState
          sentence={`${figures.empty}${figures.emptyNext}`}
          action={{ to: "/systems/new", label: figures.toSystems }}
        />
      ) : (
        <>
          <SharePanel page={page} name="disclosed" />
          <SharePanel page={page} name="roleSheets" />
          <SharePanel page={page} name="firstYes" />
          <TwoFactorPanel page={page} />
          <YearPanels page={page} />
        </>
      )}
    </div>
  );
}
