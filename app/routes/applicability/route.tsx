import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { CompareTabs } from "~/components/compare-tabs";
import { EmptyState } from "~/components/empty-state";
import { PageHead } from "~/components/page-head";
import { SourcedFacts } from "~/components/sourced";
import { useWords } from "~/components/words";
import { refuse, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showApplicability } from "~/use-cases/applicability.server";
import { applicabilityAddress } from "./address";
import { ExcludedRows } from "./excluded-rows";
import { applicabilityPage, parseApplicabilityQuery } from "./page.server";
import { SystemTable } from "./system-table";

export const meta = pageTitle((words) => words.comparing.applicability.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const query = parseApplicabilityQuery(new URL(request.url).searchParams);
  const shown = await showApplicability(ports, scope, query);
  if (!shown.ok) throw refuse(shown.problems);
  return reply(applicabilityPage(shown.value, query));
}
export type ApplicabilityData = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Applicability() {
  const words = useWords();
  const { applicability: text } = words.comparing;
  const page = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <PageHead title={text.title} lead={text.lead}>
        <Link className="button" to="/hospital-profile">
          {text.toProfile}
        </Link>
      </PageHead>
      <CompareTabs here="applicability" />
      <nav className="filters" aria-label={text.edition}>
        {page.editions.map(({ ref, version }) => (
          <Link
            key={ref}
            className="filter"
            to={applicabilityAddress({ ref, system: page.chosen?.id })}
            aria-current={ref === page.ref ? "true" : undefined}
          >
            {text.editionName(version)}
          </Link>
        ))}
      </nav>
      <div className="note warn">
        {page.isTotalUnknown && <p>{text.totalUnknown}</p>}
        {page.notice !== "" && <p className="quiet">{page.notice}</p>}
      </div>
      {page.systems.length === 0 ? (
        <EmptyState
          sentence={text.empty}
          action={{ to: "/systems/new", label: words.nouns.system.add }}
          isPrimary
        />
      ) : (
        <>
          <SystemTable page={page} />
          <ExcludedRows page={page} />
        </>
      )}
      <SourcedFacts
        title={text.rulesTitle}
        facts={page.facts}
        isOfficialTextLoaded={page.isOfficialTextLoaded}
      />
    </div>
  );
}
