import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { confirmedClauses } from "#db/queries/decisions.server";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { hasRole } from "~/domain/scope";
import { readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { wordsOf } from "~/messages/words";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { confirmClause } from "~/use-cases/decide.server";
import { CatalogueFacts, KnownAndUnknown } from "./catalogue-facts";
import { cataloguePage } from "./catalogue-page.server";
import { CatalogueTable } from "./catalogue-table";
import { findCatalogue } from "./find-catalogue.server";

export const meta = pageTitle<typeof loader>((words, data) => data?.head.title ?? words.catalogues.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope, language } = await requireScope(request, context, "viewer");
  const ref = params.ref ?? "";
  const catalogue = findCatalogue(ports.catalogues, ref);
  if (!catalogue) throw refuse([problem("catalogue-unknown", { ref })]);
  const confirmations = await confirmedClauses(ports.db, scope, ref);
  const asked = new URL(request.url).searchParams.get("page");
  const page = cataloguePage(catalogue, ports.catalogues, confirmations, wordsOf(language), asked);
  return reply({ ...page, canEdit: hasRole(scope, "editor") });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "editor");
  const catalogue = findCatalogue(ports.catalogues, params.ref ?? "");
  if (!catalogue) throw refuse([problem("catalogue-unknown", { ref: params.ref ?? "" })]);
  const ref: string = params.ref ?? "";
  const fields = await readForm(request);
  const typed = { item: textOf(fields, "item"), evidence: textOf(fields, "evidence") };
  const page = Math.trunc(Number(textOf(fields, "page"))) || 1;
  const confirmed = await confirmClause(ports, scope, { catalogue: ref, ...typed });
  if (!confirmed.ok) return replyProblems(confirmed.problems, { typed });
  return redirectTo(`/catalogues/${encodeURIComponent(ref)}?page=${page}&recorded=1`);
}

export default function Catalogue() {
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const [params] = useSearchParams();
  const { catalogues } = useWords();
  return (
    <div className="stack">
      <PageHead
        title={page.head.title}
        note={page.head.version}
        crumbs={[{ to: "/catalogues", label: catalogues.title }, { label: page.head.title }]}
      >
        {page.kind === "questionnaire" && (
          <a className="button" href={`/catalogues/${page.ref}/blank`}>
            {catalogues.blank}
          </a>
        )}
      </PageHead>
      <ProblemSummary problems={found?.problems} labels={{ evidence: catalogues.evidence }} />
      {params.get("recorded") === "1" && !found && (
        <p className="note good" role="status">
          {catalogues.recorded}
        </p>
      )}
      <CatalogueFacts page={page} />
      <KnownAndUnknown page={page} />
      <CatalogueTable page={page} failed={found} />
    </div>
  );
}
