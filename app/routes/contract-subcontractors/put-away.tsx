import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import type { SubcontractorsPage } from "./page.server";

/** Subcontractors that are no longer used, each with the way to its record. */
export function PutAway({ page }: { page: SubcontractorsPage }) {
  const { contractRecords: text } = useWords();
  if (page.putAway.length === 0) return null;
  return (
    <details className="panel panel-text">
      <summary>{text.putAway(page.putAway.length)}</summary>
      <ul className="plain-list">
        {page.putAway.map((each) => (
          <li key={each.id}>
            {page.head.mayEdit ? <Link to={`/subcontractors/${each.id}/edit`}>{each.name}</Link> : each.name}
          </li>
        ))}
      </ul>
    </details>
  );
}
