import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import { situations } from "~/domain/role-sheet";
import type { CoverageView } from "./route";

type Props = { page: CoverageView; query: (change: Record<string, string>) => string };

/** Which situation, and whether only what is open; `query` keeps the other choices. */
export function CoverageBar({ page, query }: Props) {
  const words = useWords();
  const { situation, only } = page;
  return (
    <div className="list-bar">
      <nav className="filters" aria-label={words.coverage.when}>
        {situations.map((each) => (
          <Link
            key={each}
            className="filter"
            to={query({ when: each })}
            aria-current={each === situation ? "true" : undefined}
          >
            {words.coverage.situations[each]}
          </Link>
        ))}
        <Link
          className="filter"
          to={query({ only: only === "open" ? "all" : "open" })}
          aria-current={only === "open" ? "true" : undefined}
        >
          {words.coverage.onlyOpen}
        </Link>
      </nav>
    </div>
  );
}

/** How many rows nobody looks after, have a gap or are claimed twice. */
export function CoverageCounts({ page }: { page: CoverageView }) {
  const words = useWords();
  const { coverage, contracts } = page;
  return (
    <p className="counts">
      <span>
        {words.coverage.nobody}{" "}
        <b className={coverage.counts.nobody > 0 ? "late num" : "num"}>{coverage.counts.nobody}</b>
      </span>
      <span>
        {words.coverage.gaps} <b className="num">{coverage.counts.gaps}</b>
      </span>
      <span>
        {words.coverage.twice}{" "}
        <b className={coverage.counts.twice > 0 ? "late num" : "num"}>{coverage.counts.twice}</b>
      </span>
      <span>
        {words.coverage.contracts} <b className="num">{contracts.length}</b>
      </span>
    </p>
  );
}
