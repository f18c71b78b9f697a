import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ConfirmPanel } from "~/components/confirm-panel";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { crosswalkRelations } from "~/domain/crosswalk";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { readForm, redirectTo, refuse, reply, replyProblems } from "~/http.server";
import { pageTitle } from "~/page-title";
import { LineFrame, RelationEnding } from "~/routes/relations/line-frame";
import { parseLineQuery } from "~/routes/relations/line-query";
import { requireScope } from "~/scope.server";
import { showCrosswalk } from "~/use-cases/crosswalks.server";
import { CrosswalkLine } from "./crosswalk-line";
import { crosswalkPage } from "./crosswalk-page.server";
import { runCrosswalkVerb } from "./crosswalk-verbs.server";
import { LineForm } from "./line-form";

export const meta = pageTitle<typeof loader>((words, data) => data?.title ?? words.relations.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const shown = await showCrosswalk(ports, scope, { draftId: params.id });
  if (!shown.ok) throw refuse(shown.problems);
  const page = crosswalkPage(shown.value, parseLineQuery(new URL(request.url).searchParams));
  return reply({ ...page, canEdit: may(scope, "catalogue:write") && page.state === "draft" });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "catalogue:write");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const query = parseLineQuery(new URL(request.url).searchParams);
  const result = await runCrosswalkVerb(visit, params.id, await readForm(request), query);
  if (result.ok) return redirectTo(result.value);
  if (result.problems.some((each) => each.code === "not-found")) throw refuse(result.problems);
  return replyProblems(result.problems, {});
}

export default function Crosswalk() {
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const words = useWords();
  const { relations, catalogues } = words;
  const counts = crosswalkRelations.map(
    (each) => `${relations.relation[each]} ${page.filters.find(({ name }) => name === each)?.count ?? 0}`,
  );
  const filterLabel = (name: string) =>
    crosswalkRelations.find((each) => each === name)
      ? relations.relation[crosswalkRelations.find((each) => each === name) ?? "same"]
      : name === "open"
        ? relations.filters.open
        : relations.filters.all;
  return (
    <div className="stack">
      <PageHead
        title={page.title}
        note={words.catalogueDrafts.otherKinds.crosswalk}
        lead={relations.counts(page.confirmed, page.total)}
        crumbs={[
          { to: "/catalogues", label: catalogues.title },
          { to: "/catalogues/relations", label: relations.title },
          { label: page.title },
        ]}
      />
      {page.state !== "draft" && <p className="note">{relations.closed[page.state]}</p>}
      <ProblemSummary problems={found?.problems} />
      {page.canEdit && page.certain > 0 && (
        <ConfirmPanel
          title={relations.certain(page.certain)}
          what={relations.certainWhat}
          fields={{ intent: "certain", seen: page.version }}
          button={relations.certainButton(page.certain)}
        />
      )}
      {page.canEdit && page.open && <LineForm key={page.open.id} page={page} open={page.open} />}
      <LineFrame
        title={words.catalogueDrafts.otherKinds.crosswalk}
        query={page.query}
        filters={page.filters.map((each) => ({ ...each, label: filterLabel(each.name) }))}
        paging={page.paging}
        shown={page.rows.length}
      >
        {page.rows.map((line) => (
          <CrosswalkLine key={line.id} line={line} page={page} />
        ))}
      </LineFrame>
      {page.canEdit && (
        <RelationEnding
          version={page.version}
          problems={page.problems}
          usedBy={relations.usedBy.crosswalk}
          freezes={[
            { label: relations.freezes.ends, value: page.title, isWide: true },
            { label: relations.freezes.lines, value: relations.list.lines(page.total) },
            { label: relations.freezes.kinds, value: counts.join("・"), isWide: true },
          ]}
        />
      )}
    </div>
  );
}
