import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { CompareTabs } from "~/components/compare-tabs";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { PageHead } from "~/components/page-head";
import { SourcedFacts } from "~/components/sourced";
import { useLanguage, useWords } from "~/components/words";
import { may } from "~/domain/rights";
import { reply } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { factsNamed } from "~/rule-facts.server";
import { requireScope } from "~/scope.server";
import { cataloguesOf } from "~/use-cases/catalogues.server";
import { listSelectionPoints } from "~/use-cases/selection-points.server";

export const meta = pageTitle((words) => words.selection.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const asked = Math.trunc(Number(new URL(request.url).searchParams.get("page")));
  const page = asked >= 1 && asked < 10_000 ? asked : 1;
  const list = await listSelectionPoints(ports, scope, { page });
  const catalogues = await cataloguesOf(ports, scope);
  const facts = factsNamed(catalogues, (rules) => rules.selectionFacts);
  return reply({ ...list, ...facts, mayEdit: may(scope, "decision:decide") });
}
export type SelectionPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function SelectionPoints() {
  const { selection: text } = useWords();
  const page = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <PageHead title={text.title} lead={text.lead} />
      <CompareTabs here="selection" />
      {page.hasSets ? <Rows page={page} /> : <NoSet mayEdit={page.mayEdit} />}
      {page.withoutSet > 0 && page.hasSets && (
        <p className="note">
          {text.withoutSet(page.withoutSet)}{" "}
          {page.mayEdit && <Link to="/catalogues/sets/new">{text.makeSet}</Link>}
        </p>
      )}
      <SourcedFacts
        title={text.factsTitle}
        facts={page.facts}
        isOfficialTextLoaded={page.isOfficialTextLoaded}
      />
    </div>
  );
}

function NoSet({ mayEdit }: { mayEdit: boolean }) {
  const { selection: text } = useWords();
  return (
    <>
      <EmptyState
        sentence={text.noSet}
        action={mayEdit ? { to: "/catalogues/sets/new", label: text.makeSet } : undefined}
        isPrimary
      />
      <p className="note">
        {text.noForm} <Link to="/catalogues/load">{text.loadForm}</Link>
      </p>
    </>
  );
}

function Rows({ page }: { page: SelectionPage }) {
  const words = useWords();
  const language = useLanguage();
  const { selection: text } = words;
  if (page.total === 0) return <EmptyState sentence={text.noneReached} />;
  const numbers = ["yes", "notApplicable", "others", "total"] as const;
  const names = ["product", "form", "set", "result", ...numbers] as const;
  return (
    <section className="panel">
      <DataTable
        caption={text.title}
        columns={names.map((name) => ({
          name,
          label: text.columns[name],
          isNumber: numbers.some((each) => each === name),
        }))}
        rows={page.rows.map(({ disclosure, set, counts, isAll }) => ({
          id: `${disclosure.id} ${set.ref}`,
          to: `/selection-points/${disclosure.id}?set=${encodeURIComponent(set.ref)}`,
          cells: {
            product: `${disclosure.product} ${disclosure.productVersion}`,
            form: `${words.formNames[disclosure.form]} ${disclosure.formVersion}（${formatDay(disclosure.issuedOn, language)}）`,
            set: set.title,
            result: isAll ? text.allShort : text.othersShort(counts.others),
            ...counts,
          },
        }))}
      />
      {page.pages > 1 && (
        <nav className="pager panel-text" aria-label={words.lists.pages}>
          {page.page > 1 && (
            <Link to={`/selection-points?page=${page.page - 1}`}>{words.lists.previous}</Link>
          )}
          {page.page < page.pages && (
            <Link to={`/selection-points?page=${page.page + 1}`}>{words.lists.next}</Link>
          )}
        </nav>
      )}
    </section>
  );
}
