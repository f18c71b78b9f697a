import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import type { ColumnsPage } from "./columns-page.server";

/** The kept ways of reading, to start from one of them. */
export function RecipeChoice({ page }: { page: ColumnsPage }) {
  const { receipt } = useWords();
  if (page.recipes.length === 0) return null;
  return (
    <nav className="filters" aria-label={receipt.startFrom}>
      <span className="quiet">{receipt.startFrom}</span>
      {page.recipes.map((each) => (
        <Link key={each.id} className="filter" to={`?recipe=${each.id}`} preventScrollReset>
          {each.name}
          {each.vendor && <span className="quiet">（{each.vendor}）</span>}
        </Link>
      ))}
      <Link to="/reading-recipes">{receipt.recipesTitle}</Link>
    </nav>
  );
}
