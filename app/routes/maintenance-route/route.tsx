import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { CompareTabs } from "~/components/compare-tabs";
import { PageHead } from "~/components/page-head";
import { TextField } from "~/components/plain-fields";
import { SourcedFacts } from "~/components/sourced";
import { useWords } from "~/components/words";
import { refuse, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { cataloguesOf } from "~/use-cases/catalogues.server";
import { showMaintenanceRoute } from "~/use-cases/maintenance-route.server";
import { ChangeList } from "./change-list";
import { routePage } from "./page.server";
import { ServerTable } from "./server-table";

export const meta = pageTitle((words) => words.comparing.route.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const params = new URL(request.url).searchParams;
  const shown = await showMaintenanceRoute(ports, scope, { day: params.get("day") ?? "" });
  if (!shown.ok) throw refuse(shown.problems);
  return reply(routePage(shown.value, await cataloguesOf(ports, scope), Number(params.get("page"))));
}
export type RoutePageData = ReturnType<typeof useLoaderData<typeof loader>>;

export default function MaintenanceRoute() {
  const { comparing } = useWords();
  const { route: text } = comparing;
  const page = useLoaderData<typeof loader>();
  const { result } = page;
  return (
    <div className="stack">
      <PageHead title={text.title} lead={text.lead}>
        <Link className="button" to="/server-list">
          {text.toServers}
        </Link>
      </PageHead>
      <CompareTabs here="route" />
      <p className="quiet">{text.what}</p>
      <AsOf page={page} />
      <section className={result === "entrusted-only" ? "note" : "note warn"} aria-live="polite">
        <p>
          <b>{text.results[result]}</b>
        </p>
        <p>
          {result === "entrusted-only"
            ? text.resultWhat["entrusted-only"](page.total)
            : text.resultWhat["other-volumes-too"]}
        </p>
        <p>{text.sum(page.total, page.covered, page.total - page.covered)}</p>
      </section>
      <ChangeList page={page} />
      <ServerTable page={page} />
      {page.systemsWithout > 0 && <p className="note">{text.systemsWithout(page.systemsWithout)}</p>}
      <SourcedFacts
        title={text.factsTitle}
        facts={page.facts}
        isOfficialTextLoaded={page.isOfficialTextLoaded}
      />
    </div>
  );
}

function AsOf({ page }: { page: RoutePageData }) {
  const { route: text } = useWords().comparing;
  return (
    <Form method="get" className="panel panel-text inline-form" noValidate>
      <TextField
        name="day"
        type="date"
        label={text.day}
        hint={text.dayWhat}
        values={{ day: page.day }}
        problems={undefined}
      />
      <p className="buttons">
        <button type="submit" className="button">
          {text.look}
        </button>
        {page.day !== page.today && <Link to="/maintenance-route">{text.today}</Link>}
      </p>
    </Form>
  );
}
