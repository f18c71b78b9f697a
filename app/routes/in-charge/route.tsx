import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { ListBar, type ListFilter, Pager } from "~/components/list-bar";
import { LookBackTabs } from "~/components/look-back-tabs";
import { OutsidePartiesPanel } from "~/components/outside-parties";
import { PageHead } from "~/components/page-head";
import { PastNotice, TwoDates } from "~/components/two-dates";
import { useWords } from "~/components/words";
import { rowParties } from "~/domain/role-sheet";
import { refuse, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showInCharge } from "~/use-cases/in-charge.server";
import { inChargeQuery, inChargeState } from "./asked";
import { RowTable } from "./row-table";
import { SilentSheets } from "./silent-sheets";

export const meta = pageTitle((words) => words.overTime.tabs.inCharge);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const state = inChargeState(request.url);
  const shown = await showInCharge(ports, scope, inChargeQuery(state));
  if (!shown.ok) throw refuse(shown.problems);
  return reply({ state, ...shown.value });
}

export type InChargePage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function InCharge() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const { overTime } = words;
  const { state, dates, total } = page;
  const { day: _day, knownOn: _known, row: _row, ...kept } = state.filters;
  return (
    <div className="stack">
      <PastNotice asked={dates} isPast={dates.isPast} back="/in-charge" />
      <PageHead
        title={overTime.tabs.inCharge}
        note={words.lists.found(total)}
        lead={overTime.inCharge.lead}
      />
      <LookBackTabs here="inCharge" />
      <TwoDates asked={dates} kept={{ ...kept, q: state.search }}>
        <ItemChoice page={page} />
      </TwoDates>
      <ListBar state={state} filters={filtersOf(page, words)} exportPath="/in-charge/export" />
      {total === 0 ? (
        <EmptyState
          sentence={`${overTime.inCharge.empty}${overTime.inCharge.emptyNext}`}
          action={{ to: "/role-sheets", label: overTime.inCharge.toSheets }}
        />
      ) : (
        <RowTable page={page} />
      )}
      <Pager state={state} total={total} />
      <SilentSheets page={page} />
      <OutsidePartiesPanel {...page.outside} asked={dates} />
    </div>
  );
}

function ItemChoice({ page }: { page: InChargePage }) {
  const { overTime } = useWords();
  return (
    <label className="field wide-field">
      {overTime.item}
      <select name="row" defaultValue={page.state.filters.row ?? ""} key={page.state.filters.row ?? ""}>
        <option value="">{overTime.anyItem}</option>
        {page.items.map((item) => (
          <option key={item.rowKey} value={item.rowKey}>
            {`${item.no} ${item.label}`.trim()}
          </option>
        ))}
      </select>
    </label>
  );
}

function filtersOf(page: InChargePage, words: ReturnType<typeof useWords>): ListFilter[] {
  const vendors = page.vendors.map(({ id, name }) => ({ value: id, label: name }));
  const parties = rowParties.map((party) => ({ value: party, label: words.parties[party] }));
  return [
    { name: "party", label: words.overTime.inCharge.party, options: parties },
    { name: "vendor", label: words.overTime.vendor, options: vendors },
  ];
}
