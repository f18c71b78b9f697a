import { Form, Link } from "@remix-run/react";
import { Choice } from "~/components/field";
import { useWords } from "~/components/words";
import type { Answered, ProcurementPage } from "./route";

/** Search among the product versions of the group, tick, add; those no system uses come first. */
export function AddCandidates({ page, answered }: { page: ProcurementPage; answered: Answered }) {
  const { procurements: text, actions } = useWords();
  const ticked: readonly string[] = answered?.typed.intent === "add" ? answered.typed.productVersionIds : [];
  return (
    <section className="panel" id="find">
      <h2>{text.find}</h2>
      <p className="panel-text quiet">{text.findWhat}</p>
      <Form method="get" action="#find" className="list-search panel-text" key={page.search}>
        <label htmlFor="candidate-search">{text.search}</label>
        <input id="candidate-search" type="search" name="q" defaultValue={page.search} className="compact" />
        <button type="submit" className="button small">
          {actions.search}
        </button>
      </Form>
      {page.versions.length === 0 ? (
        <p className="panel-text">
          {text.noneFound} <Link to="/products/new">{text.registerProduct}</Link>
        </p>
      ) : (
        <Form method="post" className="panel-text stack">
          <fieldset className="field" id="field-productVersionIds" tabIndex={-1}>
            <legend className="sr">{text.find}</legend>
            <div className="choices">
              {page.versions.map((each) => (
                <Choice
                  key={each.id}
                  type="checkbox"
                  name="productVersionIds"
                  value={each.id}
                  isChecked={ticked.includes(each.id)}
                  label={`${each.name}（${each.vendor}）${each.isInUse ? ` ${text.inUse}` : ""}`}
                />
              ))}
            </div>
          </fieldset>
          <p>
            <button type="submit" name="intent" value="add" className="button">
              {text.addChosen}
            </button>
          </p>
        </Form>
      )}
    </section>
  );
}
