import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { ListBar, Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import type { ListState } from "~/domain/list-query";
import { may } from "~/domain/rights";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { listPath } from "~/register-paths";
import { columnsOf, listStateOf, nounOfRequest, readList } from "~/registers.server";
import { requireScope } from "~/scope.server";
import { FamilyTabs } from "./family-tabs";
import { filtersOf, RegisterTable } from "./register-table";

export const meta = pageTitle<typeof loader>((words, data) => (data ? words.nouns[data.noun].many : ""));

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const noun = nounOfRequest(request);
  const state = listStateOf(noun, new URL(request.url).searchParams);
  const page = await readList(visit, noun, state);
  return reply({ noun, state, page, columns: columnsOf(noun), mayAdd: may(visit.scope, "register:write") });
}

export default function RegisterList() {
  const words = useWords();
  const { noun, state, page, columns, mayAdd } = useLoaderData<typeof loader>();
  const name = words.nouns[noun];
  const isEmpty = isUntouched(state) && page.total === 0;
  const add = { to: `${listPath(noun)}/new`, label: name.add };
  return (
    <>
      <PageHead
        title={name.many}
        note={words.lists.found(page.total)}
        lead={isEmpty ? undefined : name.purpose}
      >
        {mayAdd && (
          <Link className="button" to="/imports">
            {words.imports.button}
          </Link>
        )}
        {mayAdd && !isEmpty && (
          <Link className="button primary" to={add.to}>
            {add.label}
          </Link>
        )}
      </PageHead>
      <FamilyTabs noun={noun} />
      {isEmpty ? (
        <EmptyState sentence={name.purpose} action={mayAdd ? add : undefined} isPrimary />
      ) : (
        <>
          <ListBar state={state} filters={filtersOf(words, noun)} hasArchive exportPath={`/export/${noun}`} />
          {state.archived && <p className="note">{words.lists.archivedOn}</p>}
          {page.rows.length > 0 ? (
            <section className="panel">
              <RegisterTable noun={noun} columns={columns} rows={page.rows} state={state} />
            </section>
          ) : (
            <NothingFound to={listPath(noun)} />
          )}
          <Pager state={state} total={page.total} />
        </>
      )}
    </>
  );
}

function NothingFound({ to }: { to: string }) {
  const words = useWords();
  return (
    <div className="panel empty">
      <p>{words.lists.nothingFound}</p>
      <Link className="button" to={to}>
        {words.lists.clear}
      </Link>
    </div>
  );
}

/** True when the list shows everything in use: an empty page then means an empty register. */
function isUntouched(state: ListState): boolean {
  return (
    state.search === "" && !state.archived && Object.keys(state.filters).length === 0 && state.page === 1
  );
}
