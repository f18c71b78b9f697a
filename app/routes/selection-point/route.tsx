import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { PageHead } from "~/components/page-head";
import { SourcedFacts } from "~/components/sourced";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { refuse, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { factsNamed } from "~/rule-facts.server";
import { requireScope } from "~/scope.server";
import { cataloguesOf } from "~/use-cases/catalogues.server";
import { showSelectionPoints } from "~/use-cases/selection-points.server";
import { OtherPoints } from "./other-points";

export const meta = pageTitle((words) => words.selection.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  if (!isId(params.disclosureId)) throw refuse([problem("not-found")]);
  const set = new URL(request.url).searchParams.get("set");
  const shown = await showSelectionPoints(ports, scope, { disclosureId: params.disclosureId, set });
  if (!shown.ok) throw refuse(shown.problems);
  const catalogues = await cataloguesOf(ports, scope);
  return reply({ ...shown.value, ...factsNamed(catalogues, (rules) => rules.selectionFacts) });
}
export type SelectionPointPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function SelectionPoint() {
  const { selection: text, formNames } = useWords();
  const page = useLoaderData<typeof loader>();
  const { disclosure, found } = page;
  const product = `${disclosure.product} ${disclosure.productVersion}`;
  return (
    <div className="stack">
      <PageHead
        title={product}
        note={text.title}
        lead={`${disclosure.vendor}　${formNames[disclosure.form]} ${disclosure.formVersion}`}
        crumbs={[{ to: "/selection-points", label: text.title }, { label: product }]}
      >
        <Link className="button" to={`/assessments/${disclosure.id}`}>
          {text.toAssessment}
        </Link>
      </PageHead>
      {page.sets.length > 1 && <Sets page={page} />}
      {found === null ? (
        <EmptyState
          sentence={text.noSetForForm}
          action={{ to: "/catalogues/sets/new", label: text.makeSet }}
        />
      ) : (
        <>
          {disclosure.withdrawnReason !== null && <p className="note stop">{text.withdrawn}</p>}
          <section className={found.isAll ? "note" : "note warn"}>
            <p>
              <b>{found.isAll ? text.all : text.others(found.counts.others)}</b>
            </p>
            <p>
              {text.sum(
                found.counts.total,
                found.counts.yes,
                found.counts.notApplicable,
                found.counts.others,
              )}
            </p>
            <p>{text.noConclusion}</p>
            {found.isCarried && <p>{text.carried}</p>}
          </section>
          <OtherPoints page={page} />
        </>
      )}
      <SourcedFacts
        title={text.factsTitle}
        facts={page.facts}
        isOfficialTextLoaded={page.isOfficialTextLoaded}
      />
    </div>
  );
}

function Sets({ page }: { page: SelectionPointPage }) {
  const { selection: text } = useWords();
  return (
    <nav className="filters" aria-label={text.columns.set}>
      {page.sets.map(({ ref, title }) => (
        <Link
          key={ref}
          className="filter"
          to={`?set=${encodeURIComponent(ref)}`}
          aria-current={ref === page.found?.ref ? "true" : undefined}
        >
          {title}
        </Link>
      ))}
    </nav>
  );
}
