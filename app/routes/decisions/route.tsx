import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { ListBar, Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { decisionKinds } from "~/domain/decision";
import { workLists } from "~/domain/decision-work";
import { type ListState, listSearch, PAGE_SIZE, parseListState, withFilter } from "~/domain/list-query";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { listDecisions } from "~/use-cases/decision-list.server";
import { chooseDecisions, countWork } from "./chosen";
import { DecisionTable } from "./decision-table";

export const meta = pageTitle((words) => words.decisions.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const filters = ["work", "kind", "whose"];
  const state = parseListState(new URL(request.url).searchParams, { filters, sort: "need" });
  const { decisions, today, standingInFor } = await listDecisions(ports, scope);
  const found = chooseDecisions(decisions, state);
  const from = (state.page - 1) * PAGE_SIZE;
  const rows = found.slice(from, from + PAGE_SIZE).map(({ basis: _basis, ...row }) => row);
  const shown = { state, today, rows, total: found.length, all: decisions.length, standingInFor };
  return reply({ ...shown, counts: countWork(decisions) });
}

export type DecisionsPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Decisions() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const { decisions } = words;
  const { state, total } = page;
  const kinds = decisionKinds.map((value) => ({ value, label: words.decisionKinds[value].word }));
  return (
    <div className="stack">
      <PageHead
        title={decisions.title}
        note={words.lists.found(total)}
        lead={decisions.lead}
        crumbs={[{ to: "/assessments", label: words.assessments.title }, { label: decisions.title }]}
      />
      <WorkChips state={state} counts={page.counts} />
      <ListBar
        state={state}
        filters={[
          { name: "whose", label: decisions.whose, options: [{ value: "mine", label: decisions.mine }] },
          { name: "kind", label: decisions.kind, options: kinds },
        ]}
      />
      {page.standingInFor.length > 0 && (
        <p className="note">{decisions.standingIn(page.standingInFor.join("、"))}</p>
      )}
      {page.all === 0 && (
        <EmptyState
          sentence={decisions.empty}
          action={{ to: "/assessments", label: decisions.emptyAction }}
          isPrimary
        />
      )}
      {page.all > 0 && total === 0 && <EmptyState sentence={decisions.nothing} />}
      {total > 0 && <DecisionTable page={page} />}
      <Pager state={state} total={total} />
    </div>
  );
}

function WorkChips({ state, counts }: { state: ListState; counts: DecisionsPage["counts"] }) {
  const { decisions, lists } = useWords();
  const chosen = state.filters.work ?? "";
  return (
    <nav className="filters" aria-label={decisions.workLabel}>
      <Link
        className="filter"
        to={listSearch(state, withFilter(state, "work", ""))}
        aria-current={chosen === "" ? "true" : undefined}
      >
        {lists.all}
      </Link>
      {workLists.map((work) => (
        <Link
          key={work}
          className="filter"
          to={listSearch(state, withFilter(state, "work", work))}
          aria-current={chosen === work ? "true" : undefined}
        >
          {decisions.work[work]} <span className="num">{counts[work]}</span>
        </Link>
      ))}
    </nav>
  );
}
