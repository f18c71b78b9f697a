import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Tag } from "~/components/badges";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { PageHead } from "~/components/page-head";
import { useLanguage, useWords } from "~/components/words";
import { reply } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { listTwoFactor } from "~/use-cases/two-factor.server";
import { detailOf } from "./detail";

export const meta = pageTitle((words) => words.overTime.twoFactor.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  return reply(await listTwoFactor(ports, scope));
}

export default function TwoFactorList() {
  const words = useWords();
  const { rows } = useLoaderData<typeof loader>();
  const { twoFactor } = words.overTime;
  return (
    <div className="stack">
      <PageHead title={twoFactor.title} lead={twoFactor.lead} />
      {rows.length === 0 ? (
        <EmptyState
          sentence={twoFactor.empty}
          action={{ to: "/systems/new", label: words.nouns.system.add }}
          isPrimary
        />
      ) : (
        <RowsTable rows={rows} />
      )}
    </div>
  );
}

function RowsTable({ rows }: Pick<ReturnType<typeof useLoaderData<typeof loader>>, "rows">) {
  const words = useWords();
  const language = useLanguage();
  const { twoFactor } = words.overTime;
  const names = ["system", "place", "state", "detail", "from", "source"] as const;
  return (
    <section className="panel">
      <DataTable
        caption={twoFactor.title}
        columns={names.map((name) => ({ name, label: twoFactor.columns[name] }))}
        rows={rows.map(({ system, place, held }) => ({
          id: `${system.id} ${place}`,
          to: `/two-factor/${system.id}?place=${place}`,
          cells: {
            system: system.name,
            place: twoFactor.places[place],
            state: <Tag>{twoFactor.states[held?.state ?? "unknown"]}</Tag>,
            detail: held ? detailOf(words, held, language) : "",
            from: held ? <span className="num">{formatDay(held.effectiveFrom, language)}</span> : "",
            source: held?.source ?? "",
          },
        }))}
      />
    </section>
  );
}
