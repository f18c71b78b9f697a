import { Form, Link } from "@remix-run/react";
import { type ListState, listSearch, PAGE_SIZE, withFilter } from "~/domain/list-query";
import { useWords } from "./words";

export type ListFilter = {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
};

/**
 * Above a list: search, filter chips (links, so that the address is the state), archive, export of exactly
 * what the list shows. The search form keeps filters and order as hidden fields.
 */
export function ListBar(props: {
  state: ListState;
  filters: readonly ListFilter[];
  hasArchive?: boolean;
  /** Path of the export (`/export/vendor`); the list's own query is added. */
  exportPath?: string;
}) {
  const { state } = props;
  const words = useWords();
  return (
    <div className="list-bar">
      <SearchForm state={state} />
      {props.hasArchive && (
        <Link
          className="filter"
          to={listSearch(state, { archived: !state.archived })}
          aria-current={state.archived ? "true" : undefined}
        >
          {words.lists.archived}
        </Link>
      )}
      {props.exportPath && (
        <span className="export">
          <span className="quiet">{words.lists.export}</span>
          <a href={`${props.exportPath}${listSearch(state)}&as=xlsx`}>{words.lists.exportXlsx}</a>
          <a href={`${props.exportPath}${listSearch(state)}&as=csv`}>{words.lists.exportCsv}</a>
        </span>
      )}
      {props.filters.map((filter) => (
        <FilterChips key={filter.name} filter={filter} state={state} />
      ))}
    </div>
  );
}

function SearchForm({ state }: { state: ListState }) {
  const words = useWords();
  return (
    <Form method="get" className="list-search" key={state.search}>
      <label htmlFor="list-search" className="sr">
        {words.lists.searchHere}
      </label>
      <input id="list-search" type="search" name="q" defaultValue={state.search} className="compact" />
      {Object.entries(state.filters).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="sort" value={state.sort} />
      {state.isDescending && <input type="hidden" name="desc" value="1" />}
      {state.archived && <input type="hidden" name="archived" value="1" />}
      <button type="submit" className="button small">
        {words.actions.search}
      </button>
    </Form>
  );
}

/** More options than this are folded until one is chosen. */
const UNFOLDED = 8;

function FilterChips({ filter, state }: { filter: ListFilter; state: ListState }) {
  const words = useWords();
  const chosen = state.filters[filter.name] ?? "";
  const chips = [{ value: "", label: words.lists.all }, ...filter.options];
  const links = chips.map((chip) => (
    <Link
      key={chip.value}
      className="filter"
      to={listSearch(state, withFilter(state, filter.name, chip.value))}
      aria-current={chip.value === chosen ? "true" : undefined}
    >
      {chip.label}
    </Link>
  ));
  const label = words.lists.filterBy(filter.label);
  if (filter.options.length <= UNFOLDED) {
    return (
      <nav className="filters" aria-label={label}>
        <span className="quiet">{filter.label}</span>
        {links}
      </nav>
    );
  }
  return (
    <details className="filter-more" open={chosen !== ""}>
      <summary>{label}</summary>
      <nav className="filters" aria-label={label}>
        {links}
      </nav>
    </details>
  );
}

/** 50 rows a page; nothing to see where one page is enough. */
export function Pager({ state, total }: { state: ListState; total: number }) {
  const words = useWords();
  const last = Math.max(1, Math.ceil(total / PAGE_SIZE));
  if (last === 1) return null;
  const from = (state.page - 1) * PAGE_SIZE + 1;
  return (
    <nav className="pager" aria-label={words.lists.pages}>
      <span className="num">{words.lists.range(from, Math.min(total, from + PAGE_SIZE - 1), total)}</span>
      {state.page > 1 && (
        <Link className="button small" to={listSearch(state, { page: state.page - 1 })} rel="prev">
          {words.lists.previous}
        </Link>
      )}
      {state.page < last && (
        <Link className="button small" to={listSearch(state, { page: state.page + 1 })} rel="next">
          {words.lists.next}
        </Link>
      )}
    </nav>
  );
}
