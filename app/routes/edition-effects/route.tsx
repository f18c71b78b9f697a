import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { editionEffects } from "~/domain/edition-effect";
import { listSearch, PAGE_SIZE, withFilter } from "~/domain/list-query";
import { refuse, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showEditionEffects } from "~/use-cases/edition-effects.server";
import { askedEffects, effectRows } from "./asked";
import { AnswerEffects, QuotingLines } from "./effect-tables";

export const meta = pageTitle((words) => words.editionEffects.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const { state, editions, kind } = askedEffects(request.url);
  const shown = await showEditionEffects(ports, scope, editions);
  if (!shown.ok) throw refuse(shown.problems);
  const { answers, ...rest } = shown.value;
  const found = effectRows(answers, kind);
  const counts = editionEffects.map((each) => ({ kind: each, count: effectRows(answers, each).length }));
  const rows = found.slice((state.page - 1) * PAGE_SIZE, state.page * PAGE_SIZE);
  return reply({ ...rest, state, kind, counts, rows, total: found.length });
}

export type EffectsPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function EditionEffects() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const { editionEffects: text } = words;
  const { from, to, state, kind } = page;
  const query = new URLSearchParams({ from: from.ref, to: to.ref, kind });
  return (
    <div className="stack">
      <PageHead
        title={text.title}
        note={`${from.version} → ${to.version}`}
        lead={text.lead}
        crumbs={[{ to: "/assessments", label: words.assessments.title }, { label: text.title }]}
      >
        <span className="export">
          <span className="quiet">{words.lists.export}</span>
          <a href={`/edition-effects/export?${query}&as=xlsx`}>{words.lists.exportXlsx}</a>
          <a href={`/edition-effects/export?${query}&as=csv`}>{words.lists.exportCsv}</a>
        </span>
      </PageHead>
      <p className="quiet">{text.help}</p>
      {to.isTotalUnknown && <p className="note">{text.partly(to.items)}</p>}
      <Editions page={page} />
      <nav className="filters" aria-label={text.filter}>
        {page.counts.map((each) => (
          <Link
            key={each.kind}
            className="filter"
            to={listSearch(state, withFilter(state, "kind", each.kind))}
            aria-current={each.kind === kind ? "true" : undefined}
          >
            {text.kinds[each.kind].title} {each.count}
          </Link>
        ))}
      </nav>
      <AnswerEffects page={page} />
      <Pager state={state} total={page.total} />
      <QuotingLines page={page} />
    </div>
  );
}

function Editions({ page }: { page: EffectsPage }) {
  const { editionEffects: text } = useWords();
  return (
    <Form method="get" className="list-bar">
      {(["from", "to"] as const).map((name) => (
        <span key={name}>
          <label htmlFor={`edition-${name}`}>{text[name]}</label>{" "}
          <select id={`edition-${name}`} name={name} defaultValue={page[name].ref} key={page[name].ref}>
            {page.editions.map((each) => (
              <option key={each.ref} value={each.ref}>
                {each.title}
              </option>
            ))}
          </select>
        </span>
      ))}
      <button type="submit" className="button small">
        {text.show}
      </button>
    </Form>
  );
}
