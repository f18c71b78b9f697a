import { Form } from "@remix-run/react";
import { useLanguage, useWords } from "~/components/words";
import { formatDay } from "~/messages/days";
import type { ComparePage } from "./route";

/** Which two: agreed revisions, or the sheet as it stands. */
export function RevisionChoice({ page }: { page: ComparePage }) {
  const { roleCompare, roles } = useWords();
  const language = useLanguage();
  return (
    <Form method="get" className="list-bar">
      {(["from", "to"] as const).map((name) => (
        <span key={name}>
          <label htmlFor={`compare-${name}`}>{roleCompare[name]}</label>{" "}
          <select id={`compare-${name}`} name={name} defaultValue={page[name]} key={page[name]}>
            {page.revisions.map((each) => (
              <option key={each.id} value={each.id}>
                {roleCompare.revision(
                  roles.revision(each.revisionNo),
                  formatDay(each.effectiveFrom, language),
                )}
              </option>
            ))}
            <option value="now">{roleCompare.now}</option>
          </select>
        </span>
      ))}
      <button type="submit" className="button small">
        {roleCompare.show}
      </button>
    </Form>
  );
}
