import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import { type ListState, listSearch, withFilter } from "~/domain/list-query";
import { type RequestState, requestStates } from "~/domain/request";
import { isOwed } from "~/domain/request-state";

type Counts = { byState: Partial<Record<RequestState, number>>; overdue: number };

/** Which requests the list holds, each chip with its number. */
export function ShowChips({ state, counts }: { state: ListState; counts: Counts }) {
  const words = useWords();
  const { requests } = words;
  const of = (one: RequestState) => counts.byState[one] ?? 0;
  const sum = (states: readonly RequestState[]) => states.reduce((total, one) => total + of(one), 0);
  const chips = [
    { value: "", label: words.lists.all, count: sum(requestStates) },
    { value: "owed", label: requests.shows.owed, count: sum(requestStates.filter(isOwed)) },
    { value: "overdue", label: requests.shows.overdue, count: counts.overdue },
    ...requestStates.map((value) => ({ value, label: requests.states[value], count: of(value) })),
  ];
  return (
    <nav className="filters list-shows" aria-label={words.lists.filterBy(requests.stateLabel)}>
      <span className="quiet">{requests.stateLabel}</span>
      {chips.map(({ value, label, count }) => (
        <Link
          key={value}
          className="filter"
          to={listSearch(state, withFilter(state, "show", value))}
          aria-current={(state.filters.show ?? "") === value ? "true" : undefined}
        >
          {label} <span className="num">{count}</span>
        </Link>
      ))}
    </nav>
  );
}
