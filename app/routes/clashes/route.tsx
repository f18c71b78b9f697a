import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { ListBar, Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useLanguage, useWords } from "~/components/words";
import { clashKinds } from "~/domain/clash-rules";
import { PAGE_SIZE } from "~/domain/list-query";
import { may } from "~/domain/rights";
import { reply } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { listClashes } from "~/use-cases/clashes.server";
import { clashesOf, clashListState, ways } from "./asked";
import { ClashTable } from "./clash-table";

export const meta = pageTitle((words) => words.clashes.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const state = clashListState(request.url);
  const { clashes, ...found } = await listClashes(ports, scope);
  const shown = clashesOf(clashes, state);
  const from = (state.page - 1) * PAGE_SIZE;
  const kinds = clashKinds.filter((kind) => clashes.some((each) => each.kind === kind));
  const systems = [...new Set(clashes.flatMap((each) => each.systemIds))];
  return reply({
    ...{ ...found, state, kinds, total: shown.length, all: clashes.length },
    rows: shown.slice(from, from + PAGE_SIZE).map(withoutItems),
    named: systems.map((id) => ({ value: id, label: found.systems[id] ?? "" })),
    mayEdit: may(scope, "decision:decide"),
  });
}

/** A clash as the page needs it: the other items of either record stay behind. */
function withoutItems(clash: ReturnType<typeof clashesOf>[number]) {
  const side = ({ record: { items: _all, ...record }, ...rest }: (typeof clash)["left"]) => ({
    ...rest,
    record,
  });
  return { ...clash, left: side(clash.left), right: side(clash.right) };
}

export default function Clashes() {
  const words = useWords();
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const { clashes: text } = words;
  const { state, total, all } = page;
  const filters = [
    {
      name: "kind",
      label: text.filters.kind,
      options: page.kinds.map((value) => ({ value, label: text.kinds[value].title })),
    },
    {
      name: "how",
      label: text.filters.how,
      options: ways.map((value) => ({ value, label: text.how[value] })),
    },
    { name: "system", label: text.filters.system, options: page.named },
  ];
  return (
    <div className="stack landscape-a4">
      <PageHead
        title={text.title}
        note={`${words.lists.found(total)} · ${text.on(formatDay(page.day, language))}`}
        lead={text.lead}
        crumbs={[{ to: "/assessments", label: words.assessments.title }, { label: text.title }]}
      />
      <p className="quiet">{text.help}</p>
      {all === 0 ? (
        <EmptyState
          sentence={page.mappings === 0 ? text.noMapping : text.none}
          action={
            page.mappings === 0 && page.mayEdit
              ? { to: "/catalogues/relations", label: text.toRelations }
              : undefined
          }
        />
      ) : (
        <ListBar state={state} filters={filters} exportPath="/clashes/export" />
      )}
      {all > 0 && total === 0 && (
        <p className="note">
          {text.noneOfThese} <Link to="/clashes">{words.lists.clear}</Link>
        </p>
      )}
      {total > 0 && <ClashTable rows={page.rows} systems={page.systems} />}
      <Pager state={state} total={total} />
    </div>
  );
}

export type ClashRow = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];
