import { Form } from "@remix-run/react";
import { useWords } from "~/components/words";
import type { SubcontractorsPage } from "./page.server";

/** Subcontractors that left the list, each with a way back. */
export function PutAway({ page }: { page: SubcontractorsPage }) {
  const words = useWords();
  const { contractRecords: text } = words;
  if (page.putAway.length === 0) return null;
  return (
    <details className="panel panel-text">
      <summary>{text.putAway(page.putAway.length)}</summary>
      <ul className="plain-list">
        {page.putAway.map((each) => (
          <li key={each.id}>
            {each.name}
            {page.head.mayEdit && (
              <Form method="post" className="inline-form">
                <input type="hidden" name="subcontractorId" value={each.id} />
                <input type="hidden" name="version" value={each.version} />
                <button type="submit" className="button small">
                  {words.actions.restore}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
