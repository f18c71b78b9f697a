import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { PAGE_SIZE, parseListState } from "~/domain/list-query";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { FamilyTabs } from "~/routes/register-list/family-tabs";
import { requireScope } from "~/scope.server";
import { listTwoFactor } from "~/use-cases/two-factor.server";
import { BoardCounts, StandingFilter } from "./board-counts";
import { BoardTable } from "./board-table";
import { isAsked } from "./standing-filter";

export const meta = pageTitle((words) => words.overTime.twoFactor.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const params = new URL(request.url).searchParams;
  const state = parseListState(params, { filters: ["against", "standing"], sort: "system" });
  const { rows, ...board } = await listTwoFactor(ports, scope);
  const found = rows.filter((each) => isAsked(each, state));
  const from = (state.page - 1) * PAGE_SIZE;
  return reply({ ...board, state, total: found.length, rows: found.slice(from, from + PAGE_SIZE) });
}
export type BoardPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function TwoFactorList() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const { twoFactor } = words.overTime;
  const isEmpty = page.counts.every((each) => each.total === 0);
  return (
    <div className="stack">
      <PageHead title={twoFactor.title} note={words.lists.found(page.total)} lead={twoFactor.lead} />
      <FamilyTabs noun="system" here="/two-factor" />
      {isEmpty ? (
        <EmptyState
          sentence={twoFactor.empty}
          action={{ to: "/systems/new", label: words.nouns.system.add }}
          isPrimary
        />
      ) : (
        <>
          <BoardCounts page={page} />
          <StandingFilter page={page} />
          {page.rows.length === 0 ? (
            <EmptyState
              sentence={words.lists.nothingFound}
              action={{ to: "/two-factor", label: words.lists.clear }}
            />
          ) : (
            <BoardTable page={page} />
          )}
          <Pager state={page.state} total={page.total} />
        </>
      )}
    </div>
  );
}
