import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { mappingLineStates } from "~/domain/mapping-draft";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { readForm, redirectTo, refuse, reply, replyProblems } from "~/http.server";
import { pageTitle } from "~/page-title";
import { LineFrame, RelationEnding } from "~/routes/relations/line-frame";
import { lineSearch, parseLineQuery } from "~/routes/relations/line-query";
import { requireScope } from "~/scope.server";
import { showMapping } from "~/use-cases/mappings.server";
import { AddLine } from "./add-line";
import { MappingLine } from "./mapping-line";
import { mappingPage } from "./mapping-page.server";
import { runMappingVerb } from "./mapping-verbs.server";

export const meta = pageTitle<typeof loader>((words, data) => data?.title ?? words.relations.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const shown = await showMapping(ports, scope, { draftId: params.id });
  if (!shown.ok) throw refuse(shown.problems);
  const page = mappingPage(shown.value, parseLineQuery(new URL(request.url).searchParams));
  return reply({ ...page, canEdit: may(scope, "catalogue:write") && page.state === "draft" });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "catalogue:write");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const query = parseLineQuery(new URL(request.url).searchParams);
  const fields = await readForm(request);
  const result = await runMappingVerb(visit, params.id, fields, query);
  if (result.ok) return redirectTo(result.value);
  if (result.problems.some((each) => each.code === "not-found")) throw refuse(result.problems);
  return replyProblems(result.problems, { typed: fields });
}

export default function MappingDraft() {
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const words = useWords();
  const { relations, catalogues } = words;
  const filterLabel = (name: string) => {
    const state = mappingLineStates.find((each) => each === name);
    if (state) return relations.state[state];
    return name === "open" ? relations.filters.open : relations.filters.all;
  };
  const labels = { requirement: relations.to, questions: relations.from, reason: relations.reason };
  return (
    <div className="stack">
      <PageHead
        title={page.title}
        note={words.catalogueDrafts.otherKinds.mapping}
        lead={relations.counts(page.confirmed, page.total)}
        crumbs={[
          { to: "/catalogues", label: catalogues.title },
          { to: "/catalogues/relations", label: relations.title },
          { label: page.title },
        ]}
      >
        {page.canEdit && (
          <Link className="button" to={`${lineSearch(page.query, { line: "new" })}#open`}>
            {relations.add}
          </Link>
        )}
      </PageHead>
      {page.state !== "draft" && <p className="note">{relations.closed[page.state]}</p>}
      <ProblemSummary problems={found?.problems} labels={labels} />
      {page.canEdit && page.printed > 0 && (
        <ConfirmPanel
          title={relations.printed(page.printed)}
          what={relations.printedWhat}
          fields={{ intent: "printed", seen: page.version }}
          button={relations.printedButton(page.printed)}
        />
      )}
      {page.canEdit && page.choices && (
        <AddLine page={page} choices={page.choices} problems={found?.problems} />
      )}
      <LineFrame
        title={words.catalogueDrafts.otherKinds.mapping}
        query={page.query}
        filters={page.filters.map((each) => ({ ...each, label: filterLabel(each.name) }))}
        paging={page.paging}
        shown={page.rows.length}
      >
        {page.rows.map((line) => (
          <MappingLine key={line.id} line={line} page={page} />
        ))}
      </LineFrame>
      {page.canEdit && (
        <RelationEnding
          version={page.version}
          problems={page.problems}
          usedBy={relations.usedBy.mapping}
          freezes={[
            { label: relations.freezes.ends, value: page.title, isWide: true },
            { label: relations.freezes.lines, value: relations.list.lines(page.total) },
          ]}
        />
      )}
    </div>
  );
}
