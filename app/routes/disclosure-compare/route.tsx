import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { PageHead } from "~/components/page-head";
import { PrintButton } from "~/components/print-button";
import { useLanguage, useWords } from "~/components/words";
import { listSearch } from "~/domain/list-query";
import { reply } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { readComparisonPage } from "./compare.server";
import { ComparisonTable } from "./comparison-table";
import { EffectPanels } from "./effect-panels";
import { Versions } from "./versions";

export const meta = pageTitle((words) => words.disclosureCompare.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  return reply(await readComparisonPage(visit, params.id, request.url));
}

export type ComparisonPage = ReturnType<typeof useLoaderData<typeof loader>>;
export type ComparedPair = NonNullable<ComparisonPage["pair"]>;

export default function CompareDisclosures() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const { disclosureCompare: text, disclosures } = words;
  const { disclosure, pair, state } = page;
  const product = `${disclosure.product} ${disclosure.productVersion}`;
  const file = (as: string) => `/disclosures/${disclosure.id}/compare/export${listSearch(state)}&as=${as}`;
  return (
    <div className="stack">
      <PageHead
        title={text.title}
        note={`${product} ${words.formNames[disclosure.form]}`}
        lead={text.lead}
        crumbs={[
          { to: "/disclosures", label: disclosures.title },
          { to: `/disclosures/${disclosure.id}`, label: product },
          { label: text.title },
        ]}
      >
        {pair && (
          <>
            <span className="export">
              <span className="quiet">{words.lists.export}</span>
              <a href={file("xlsx")}>{words.lists.exportXlsx}</a>
              <a href={file("csv")}>{words.lists.exportCsv}</a>
            </span>
            <PrintButton label={words.requests.proof.print} />
          </>
        )}
      </PageHead>
      <p className="quiet">{text.help}</p>
      {pair ? (
        <>
          <Choice page={page} pair={pair} />
          <Versions pair={pair} />
          <ComparisonTable pair={pair} state={state} />
          <EffectPanels pair={pair} />
        </>
      ) : (
        <EmptyState
          sentence={text.first}
          action={{ to: `/disclosures/${disclosure.id}`, label: text.toDisclosure }}
        />
      )}
    </div>
  );
}

/** This disclosure and which other of its series. */
function Choice({ page, pair }: { page: ComparisonPage; pair: ComparedPair }) {
  const { disclosureCompare: text } = useWords();
  const language = useLanguage();
  const own = page.disclosure.id;
  const named = (each: ComparedPair["older"]) =>
    `${text.of(formatDay(each.issuedOn, language), each.formVersion)}${each.isWithdrawn ? text.withdrawn : ""}`;
  const other = pair.older.id === own ? pair.newer : pair.older;
  return (
    <Form method="get" className="list-bar">
      <label htmlFor="compare-with">{text.choose}</label>
      <span>
        {text.older} {named(pair.older)} → {text.newer} {named(pair.newer)}
      </span>
      <select id="compare-with" name="with" defaultValue={other.id} key={other.id}>
        {page.series
          .filter((each) => each.id !== own)
          .map((each) => (
            <option key={each.id} value={each.id}>
              {named(each)}
            </option>
          ))}
      </select>
      <button type="submit" className="button small">
        {text.show}
      </button>
    </Form>
  );
}
