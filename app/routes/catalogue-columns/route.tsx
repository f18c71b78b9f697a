import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { isId } from "~/domain/ids";
import { problem } from "~/domain/problem";
import { countOf, readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope, type Visit } from "~/scope.server";
import { chooseColumns, showCatalogueDraft } from "~/use-cases/draft-catalogue.server";
import { ColumnFields } from "./column-fields";
import { choiceFrom, columnsPage } from "./columns-page.server";
import { SheetToPoint } from "./sheet-to-point";

export const meta = pageTitle((words) => words.catalogueDrafts.columns.title);

/** The open draft of an official file with its sheets; anything else has no columns to choose. */
async function requireDraft({ ports, scope }: Visit, id: string | undefined) {
  if (!isId(id)) throw refuse([problem("not-found")]);
  const shown = await showCatalogueDraft(ports, scope, { draftId: id });
  if (!shown.ok) throw refuse(shown.problems);
  if (shown.value.stage !== "official" || shown.value.draft.sheets.length === 0) {
    throw refuse([problem("not-found")]);
  }
  if (shown.value.state !== "draft") throw refuse([problem("catalogue-draft-closed")]);
  return { ...shown.value, draft: shown.value.draft };
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "catalogue:write");
  const { id, title, version, fileName, draft } = await requireDraft(visit, params.id);
  return reply({ id, title, version, fileName, ...columnsPage(draft, new URL(request.url).searchParams) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "catalogue:write");
  const { ports, scope } = visit;
  const { id, draft } = await requireDraft(visit, params.id);
  const fields = await readForm(request);
  const choice = choiceFrom(fields, draft);
  if (!choice.ok) return replyProblems(choice.problems, {});
  const { sheet, headerRow } = choice.value;
  if (textOf(fields, "intent") === "show") {
    const asked = new URLSearchParams({ sheet, headerRow: String(headerRow) });
    return redirectTo(`/catalogues/drafts/${id}/columns?${asked}`);
  }
  const version = Math.trunc(countOf(fields, "seen")) || 0;
  const chosen = await chooseColumns(ports, scope, { draftId: id, version, choice: choice.value });
  return chosen.ok ? redirectTo(`/catalogues/drafts/${id}`) : replyProblems(chosen.problems, {});
}

export default function CatalogueColumns() {
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { catalogueDrafts, catalogues } = useWords();
  const { columns, review, fields } = catalogueDrafts;
  return (
    <div className="stack">
      <PageHead
        title={columns.title}
        note={page.title}
        lead={page.isRead && page.form ? columns.recognised(page.form) : columns.lead}
        crumbs={[
          { to: "/catalogues", label: catalogues.title },
          ...(page.hasItems ? [{ to: `/catalogues/drafts/${page.id}`, label: review.crumb }] : []),
          { label: columns.title },
        ]}
      />
      <ProblemSummary problems={found?.problems} labels={fields} />
      {page.hasCorrections && <p className="note warn">{columns.again}</p>}
      {page.sheets.length > 1 && (
        <nav className="filters" aria-label={columns.sheet}>
          {page.sheets.map(({ name, isHidden }) => (
            <Link
              key={name}
              className="filter"
              to={`?${new URLSearchParams({ sheet: name })}`}
              aria-current={name === page.sheet ? "true" : undefined}
            >
              {name}
              {isHidden && `（${columns.hiddenSheet}）`}
            </Link>
          ))}
        </nav>
      )}
      <Form method="post" key={`${page.sheet} ${page.choice.headerRow}`} className="stack">
        <input type="hidden" name="seen" value={page.version} />
        <input type="hidden" name="sheet" value={page.sheet} />
        <SheetToPoint page={page} />
        <ColumnFields page={page} />
      </Form>
    </div>
  );
}
