import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import { type ListState, listSearch, withFilter } from "~/domain/list-query";

const shows = [
  ["", "current"],
  ["stale", "stale"],
  ["all", "all"],
  ["withdrawn", "withdrawn"],
] as const;

/** Which disclosures the list holds: the current ones, all, or the withdrawn. */
export function ShowChips({ state }: { state: ListState }) {
  const words = useWords();
  return (
    <nav className="filters list-shows" aria-label={words.lists.filterBy(words.disclosures.show)}>
      <span className="quiet">{words.disclosures.show}</span>
      {shows.map(([value, name]) => (
        <Link
          key={name}
          className="filter"
          to={listSearch(state, withFilter(state, "show", value))}
          aria-current={(state.filters.show ?? "") === value ? "true" : undefined}
        >
          {words.disclosures.shows[name]}
        </Link>
      ))}
      <Link className="filter" to="/checklist-responses">
        {words.checklists.title}
      </Link>
      <Link className="filter" to="/reading-recipes">
        {words.receipt.recipesTitle}
      </Link>
    </nav>
  );
}
