import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { readForm, redirectTo, refuse, reply, replyProblems } from "~/http.server";
import { formatMoment } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { cataloguesOf } from "~/use-cases/catalogues.server";
import { showCatalogueDraft } from "~/use-cases/draft-catalogue.server";
import { draftPage } from "./draft-page.server";
import { parseDraftQuery } from "./draft-search";
import { runDraftVerb } from "./draft-verbs.server";
import { HeadForm } from "./head-form";
import { ItemForm } from "./item-form";
import { ItemList } from "./item-list";
import { DiscardPanel, PublishPanel } from "./publish-panel";
import { JsonItems, RowFates } from "./row-fates";

export const meta = pageTitle<typeof loader>(
  (words, data) => data?.title ?? words.catalogueDrafts.review.crumb,
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const shown = await showCatalogueDraft(ports, scope, { draftId: params.id });
  if (!shown.ok) throw refuse(shown.problems);
  const { official } =
    shown.value.stage === "official" ? { official: shown.value.draft } : { official: null };
  if (official?.items === null && shown.value.state === "draft") {
    throw redirectTo(`/catalogues/drafts/${params.id}/columns`);
  }
  const query = parseDraftQuery(new URL(request.url).searchParams);
  const page = draftPage(shown.value, await cataloguesOf(ports, scope), query);
  return reply({ ...page, canEdit: may(scope, "catalogue:write") && page.state === "draft" });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "catalogue:write");
  if (!isId(params.id)) throw refuse([problem("not-found")]);
  const query = parseDraftQuery(new URL(request.url).searchParams);
  const fields = await readForm(request);
  const result = await runDraftVerb(visit, { draftId: params.id, fields, query });
  if (result.ok) return redirectTo(result.value);
  if (result.problems.some((each) => each.code === "not-found")) throw refuse(result.problems);
  return replyProblems(result.problems, { typed: fields });
}

export default function CatalogueDraft() {
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { catalogueDrafts, catalogues } = useWords();
  const { review, fields } = catalogueDrafts;
  const { official, state } = page;
  const own = { title: review.title, id: review.id, version: review.version, issuer: review.issuer };
  const more = { firstText: review.firstText, nextText: review.nextText, reason: review.removeReason };
  const labels = { ...fields, ...own, ...more, issuedOn: review.issuedOn, licence: review.licence };
  return (
    <div className="stack">
      <PageHead
        title={page.title}
        note={review.crumb}
        lead={review.lead(page.fileName ?? "", page.createdBy ?? "", formatMoment(page.createdAt))}
        crumbs={[{ to: "/catalogues", label: catalogues.title }, { label: review.crumb }]}
      >
        {page.originalFileId && (
          <a className="button" href={`/files/${page.originalFileId}`}>
            {review.original}
          </a>
        )}
        {official?.hasSheets && page.canEdit && (
          <Link className="button" to={`/catalogues/drafts/${page.id}/columns`}>
            {review.rechoose}
          </Link>
        )}
      </PageHead>
      {state !== "draft" && <p className="note">{review.closed[state]}</p>}
      <ProblemSummary problems={found?.problems} labels={labels} />
      {official === null && <p className="note">{review.ready}</p>}
      {official && page.canEdit && <HeadForm page={page} official={official} failed={found} />}
      {official?.open && page.canEdit && (
        <ItemForm
          key={official.open.row}
          seen={page.version}
          official={official}
          open={official.open}
          failed={found}
        />
      )}
      {official && <ItemList page={page} official={official} />}
      {official && <RowFates official={official} />}
      {page.json && <JsonItems json={page.json} />}
      {page.canEdit && <PublishPanel page={page} />}
      {page.canEdit && <DiscardPanel page={page} />}
    </div>
  );
}
