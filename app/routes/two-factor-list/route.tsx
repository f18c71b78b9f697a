import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { listSearch, PAGE_SIZE, parseListState, withFilter } from "~/domain/list-query";
import type { Problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { FamilyTabs } from "~/routes/register-list/family-tabs";
import { requireScope } from "~/scope.server";
import { listTwoFactor, planTwoFactor } from "~/use-cases/two-factor.server";
import { BoardCounts, StandingFilter } from "./board-counts";
import { BoardTable } from "./board-table";
import { PlanForm } from "./plan-form";
import { isAsked } from "./standing-filter";
import { onlyTexts, typedPlans } from "./typed-plans";

export const meta = pageTitle((words) => words.overTime.twoFactor.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const params = new URL(request.url).searchParams;
  const state = parseListState(params, { filters: ["against", "standing", "plan"], sort: "system" });
  const { rows, ...board } = await listTwoFactor(ports, scope);
  const found = rows.filter((each) => isAsked(each, state));
  const from = (state.page - 1) * PAGE_SIZE;
  const mayEdit = may(scope, "register:write");
  const isPlanning = mayEdit && state.filters.plan === "1";
  const saved = Number(params.get("saved")) || 0;
  const shown = { rows: found.slice(from, from + PAGE_SIZE), total: found.length };
  return reply({ ...board, ...shown, state, mayEdit, isPlanning, saved });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "register:write");
  const fields = await readForm(request);
  const source = textOf(fields, "source");
  const planned = await planTwoFactor(ports, scope, { rows: typedPlans(fields), source });
  if (planned.ok) return redirectTo(`/two-factor?saved=${planned.value.count}`);
  if (planned.problems.some((each) => each.code === "not-found")) throw refuse(planned.problems);
  return replyProblems(planned.problems, { typed: fields, source });
}
export type BoardPage = ReturnType<typeof useLoaderData<typeof loader>>;
export type BoardFound = { problems: Problem[]; typed: Record<string, string>; source: string } | undefined;

export default function TwoFactorList() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const found: BoardFound = answered && { ...answered, typed: onlyTexts(answered.typed) };
  const { twoFactor } = words.overTime;
  const { plan } = words.twoFactorBoard;
  const isEmpty = page.counts.every((each) => each.total === 0);
  return (
    <div className="stack landscape-a4">
      <PageHead title={twoFactor.title} note={words.lists.found(page.total)} lead={twoFactor.lead}>
        {page.mayEdit && !page.isPlanning && !isEmpty && (
          <Link
            className="button primary"
            to={`/two-factor${listSearch(page.state, withFilter(page.state, "plan", "1"))}#plan`}
          >
            {plan.open}
          </Link>
        )}
      </PageHead>
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
          {page.saved > 0 && (
            <p className="note good" role="status">
              {plan.saved(page.saved)}
            </p>
          )}
          <StandingFilter page={page} />
          {page.rows.length === 0 ? (
            <EmptyState
              sentence={words.lists.nothingFound}
              action={{ to: "/two-factor", label: words.lists.clear }}
            />
          ) : page.isPlanning || found ? (
            <PlanForm page={page} found={found} />
          ) : (
            <BoardTable page={page} />
          )}
          <Pager state={page.state} total={page.total} />
        </>
      )}
    </div>
  );
}
