import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listDrafts, listPublished } from "#db/queries/catalogues.server";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { may } from "~/domain/rights";
import { readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { cataloguesOf } from "~/use-cases/catalogues.server";
import { beginCrosswalk } from "~/use-cases/crosswalks.server";
import { beginMapping } from "~/use-cases/mappings.server";
import { relationEnds } from "~/use-cases/relation-drafts.server";
import { BeginForm } from "./begin-form";
import { RelationList } from "./relation-list";

export const meta = pageTitle((words) => words.relations.title);

const kinds = ["crosswalk", "mapping"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const [catalogues, drafts, published] = await Promise.all([
    cataloguesOf(ports, scope),
    listDrafts(ports.db, scope, kinds),
    listPublished(ports.db, scope),
  ]);
  const ends = relationEnds(catalogues).map(({ ref, catalogue: { head, kind } }) => ({ ref, head, kind }));
  return reply({
    // why without a file: a mapping that came as JSON waits on the page of its draft.
    drafts: drafts.filter((each) => each.fileName === null),
    published: published.filter((each) => kinds.some((kind) => kind === each.kind)),
    ends: ends.map(({ ref, head, kind }) => ({ ref, kind, name: `${head.title}（${head.version}）` })),
    from: new URL(request.url).searchParams.get("from") ?? "",
    canEdit: may(scope, "catalogue:write"),
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "catalogue:write");
  const fields = await readForm(request);
  const ends = { from: textOf(fields, "from"), to: textOf(fields, "to") };
  const kind = textOf(fields, "intent") === "crosswalk" ? "crosswalk" : "mapping";
  const begin = kind === "crosswalk" ? beginCrosswalk : beginMapping;
  const begun = await begin(ports, scope, ends);
  if (!begun.ok) return replyProblems(begun.problems, { typed: ends });
  return redirectTo(`/catalogues/${kind === "crosswalk" ? "crosswalks" : "mappings"}/${begun.value.draftId}`);
}

export default function Relations() {
  const { drafts, published, ends, from, canEdit } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { relations, catalogues } = useWords();
  return (
    <div className="stack">
      <PageHead
        title={relations.title}
        lead={relations.lead}
        crumbs={[{ to: "/catalogues", label: catalogues.title }, { label: relations.title }]}
      />
      <ProblemSummary
        problems={found?.problems}
        labels={{ from: relations.begin.from, to: relations.begin.to }}
      />
      <RelationList drafts={drafts} published={published} />
      {canEdit && (
        <BeginForm ends={ends} typed={found?.typed ?? { from, to: "" }} problems={found?.problems} />
      )}
    </div>
  );
}
