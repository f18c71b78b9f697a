import { Form, Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import { comparisonSearch } from "./asked";
import type { SidePage } from "./route";

/** Which form, which rows, which paper. */
export function Choices({ page }: { page: SidePage }) {
  const { comparison } = useWords().procurements;
  const { asked, compared, forms } = page;
  return (
    <Form method="get" className="list-bar">
      <label htmlFor="compare-form">{comparison.form}</label>
      <select id="compare-form" name="form" defaultValue={compared?.form} key={compared?.form}>
        {forms.map((each) => (
          <option key={each.ref} value={each.ref}>
            {comparison.formOf(each.title, each.version)}
          </option>
        ))}
      </select>
      <input type="hidden" name="rows" value={asked.rows} />
      <input type="hidden" name="paper" value={asked.paper} />
      <button type="submit" className="button small">
        {comparison.show}
      </button>
      <nav className="filters" aria-label={comparison.paper}>
        {(["a4", "a3"] as const).map((paper) => (
          <Link
            key={paper}
            className="filter"
            to={comparisonSearch(asked, { paper })}
            aria-current={paper === asked.paper ? "true" : undefined}
          >
            {comparison.papers[paper]}
          </Link>
        ))}
      </nav>
    </Form>
  );
}
