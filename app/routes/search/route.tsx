import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import type { RegisterNoun } from "~/domain/register";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { listPath } from "~/register-paths";
import { columnsOf, listStateOf, readList } from "~/registers.server";
import { RegisterTable } from "~/routes/register-list/register-table";
import { requireScope } from "~/scope.server";

/** Searched in this order; servers, versions and contacts follow what they belong to. */
const searched = [
  "vendor",
  "product",
  "system",
  "contract",
  "productVersion",
  "server",
  "vendorContact",
] as const satisfies readonly RegisterNoun[];
const SHOWN = 10;

export const meta = pageTitle((words) => words.search.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const query = (new URL(request.url).searchParams.get("q") ?? "").trim();
  const hits = [];
  for (const noun of query === "" ? [] : searched) {
    const page = await readList(visit, noun, listStateOf(noun, new URLSearchParams({ q: query })), SHOWN);
    if (page.total > 0) hits.push({ noun, columns: columnsOf(noun), ...page });
  }
  return reply({ query, hits });
}

export default function Search() {
  const words = useWords();
  const { query, hits } = useLoaderData<typeof loader>();
  const lead = query === "" ? words.search.start : words.search.lead(query);
  return (
    <div className="stack">
      <PageHead title={words.search.title} lead={lead} />
      {query !== "" && hits.length === 0 && (
        <div className="panel empty">
          <p>{words.search.nothing(query)}</p>
          <p className="quiet">{words.search.tip}</p>
        </div>
      )}
      {hits.map((hit) => (
        <section key={hit.noun} className="panel">
          <h2>
            <span>
              {words.nouns[hit.noun].many} <small>{words.lists.found(hit.total)}</small>
            </span>
            {hit.total > SHOWN && (
              <Link to={`${listPath(hit.noun)}?${new URLSearchParams({ q: query })}`}>
                {words.search.more(words.nouns[hit.noun].many)}
              </Link>
            )}
          </h2>
          <RegisterTable noun={hit.noun} columns={hit.columns} rows={hit.rows} />
        </section>
      ))}
    </div>
  );
}
