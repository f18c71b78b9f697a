import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { findPublished } from "#db/queries/catalogues.server";
import { accountNames } from "#db/queries/confirmers.server";
import { confirmedClauses } from "#db/queries/decisions.server";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { may } from "~/domain/rights";
import { countOf, readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { cataloguesOf } from "~/use-cases/catalogues.server";
import { confirmClause } from "~/use-cases/decide.server";
import { bearersOfRows } from "./bearers-of-rows.server";
import { CatalogueFacts, KnownAndUnknown } from "./catalogue-facts";
import { cataloguePage } from "./catalogue-page.server";
import { CatalogueTable } from "./catalogue-table";
import { findCatalogue } from "./find-catalogue.server";
import { OwnFacts } from "./own-facts";
import { confirmersIn } from "./relation-rows.server";

export const meta = pageTitle<typeof loader>((words, data) => data?.head.title ?? words.catalogues.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const { ports, scope, language } = visit;
  const ref = params.ref ?? "";
  const catalogues = await cataloguesOf(ports, scope);
  const catalogue = findCatalogue(catalogues, ref);
  if (!catalogue) throw refuse([problem("catalogue-unknown", { ref })]);
  const [confirmations, own, names] = await Promise.all([
    confirmedClauses(ports.db, scope, ref),
    findPublished(ports.db, scope, ref),
    accountNames(ports.db, scope, confirmersIn(catalogue)),
  ]);
  const asked = new URL(request.url).searchParams.get("page");
  const page = cataloguePage(catalogue, catalogues, { confirmations, own, names }, wordsOf(language), asked);
  const bearers = await bearersOfRows(visit, page);
  return reply({ ...page, bearers, canEdit: may(scope, "catalogue:write") });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "catalogue:write");
  const catalogue = findCatalogue(await cataloguesOf(ports, scope), params.ref ?? "");
  if (!catalogue) throw refuse([problem("catalogue-unknown", { ref: params.ref ?? "" })]);
  const ref: string = params.ref ?? "";
  const fields = await readForm(request);
  const typed = { item: textOf(fields, "item"), evidence: textOf(fields, "evidence") };
  const page = Math.trunc(countOf(fields, "page")) || 1;
  const confirmed = await confirmClause(ports, scope, { catalogue: ref, ...typed });
  if (!confirmed.ok) return replyProblems(confirmed.problems, { typed });
  return redirectTo(`/catalogues/${encodeURIComponent(ref)}?page=${page}&recorded=1`);
}

export default function Catalogue() {
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const [params] = useSearchParams();
  const { catalogues, catalogueDrafts } = useWords();
  return (
    <div className="stack">
      <PageHead
        title={page.head.title}
        note={page.head.version}
        crumbs={[{ to: "/catalogues", label: catalogues.title }, { label: page.head.title }]}
      >
        {page.isBlankOffered && (
          <a className="button" href={`/catalogues/${page.ref}/blank`}>
            {catalogues.blank}
          </a>
        )}
        <a className="button" href={`/catalogues/${page.ref}/json`}>
          {catalogueDrafts.own.json}
        </a>
        {page.canEdit && page.hasItems && (
          <>
            <Link className="button" to={`/catalogues/sets/new?${new URLSearchParams({ of: page.ref })}`}>
              {catalogueDrafts.own.sets}
            </Link>
            <Link className="button" to={`/catalogues/relations?${new URLSearchParams({ from: page.ref })}`}>
              {catalogues.relate}
            </Link>
          </>
        )}
      </PageHead>
      <ProblemSummary problems={found?.problems} labels={{ evidence: catalogues.evidence }} />
      {params.get("recorded") === "1" && !found && (
        <p className="note good" role="status">
          {catalogues.recorded}
        </p>
      )}
      {params.get("published") === "1" && (
        <p className="note good" role="status">
          {catalogues.published}
        </p>
      )}
      <CatalogueFacts page={page} />
      <OwnFacts page={page} />
      <KnownAndUnknown page={page} />
      <CatalogueTable page={page} failed={found} />
    </div>
  );
}
