import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { Pager } from "~/components/list-bar";
import { PageHead } from "~/components/page-head";
import { useWords } from "~/components/words";
import { clauseText } from "~/domain/guideline";
import { PAGE_SIZE, parseListState } from "~/domain/list-query";
import { refuse, reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { showMatrix } from "~/use-cases/matrix.server";
import { askedMatrix, pageOf } from "./asked";
import { SystemRows, VendorTable } from "./matrix-tables";

export const meta = pageTitle((words) => words.matrix.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "viewer");
  const asked = askedMatrix(request.url);
  const filters = ["guideline", "requirement", "vendor"];
  const state = parseListState(new URL(request.url).searchParams, { filters, sort: "" });
  const shown = await showMatrix(ports, scope, asked);
  if (!shown.ok) throw refuse(shown.problems);
  const { rows, requirements, ...rest } = shown.value;
  const total = asked.vendorId === null ? rest.systems.length : rows.length;
  const choices = requirements.map((each) => ({
    key: each.key,
    label: `${clauseText(each)} ${each.summary}`,
  }));
  const own = asked.vendorId === null ? rows : pageOf(rows, state.page, PAGE_SIZE);
  return reply({ ...rest, choices, rows: own, vendorId: asked.vendorId, state, total });
}

export type MatrixPage = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Matrix() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const { matrix: text } = words;
  const { guideline, state } = page;
  const query = new URLSearchParams({ ...state.filters, guideline: guideline.ref });
  return (
    <div className="stack landscape-a4">
      <PageHead
        title={text.title}
        note={`${guideline.title} ${guideline.version}`}
        lead={text.lead}
        crumbs={[{ to: "/assessments", label: words.assessments.title }, { label: text.title }]}
      >
        <span className="export">
          <span className="quiet">{words.lists.export}</span>
          <a href={`/matrix/export?${query}&as=xlsx`}>{words.lists.exportXlsx}</a>
          <a href={`/matrix/export?${query}&as=csv`}>{words.lists.exportCsv}</a>
        </span>
      </PageHead>
      <p className="quiet">
        {text.help} {guideline.notice}
      </p>
      <Choices page={page} />
      {page.systems.length === 0 ? (
        <EmptyState
          sentence={page.vendorId === null ? text.empty : text.noVendorSystem}
          action={{ to: "/systems", label: text.toSystems }}
        />
      ) : page.vendorId === null ? (
        <SystemRows page={page} />
      ) : (
        <VendorTable page={page} />
      )}
      <Pager state={state} total={page.total} />
    </div>
  );
}

/** Edition, requirement, and one vendor or all systems. */
function Choices({ page }: { page: MatrixPage }) {
  const { matrix: text } = useWords();
  return (
    <Form method="get" className="list-bar">
      <label htmlFor="matrix-guideline">{text.guideline}</label>
      <select
        id="matrix-guideline"
        name="guideline"
        defaultValue={page.guideline.ref}
        key={page.guideline.ref}
      >
        {page.editions.map((each) => (
          <option key={each.ref} value={each.ref}>{`${each.title} ${each.version}`}</option>
        ))}
      </select>
      <label htmlFor="matrix-requirement">{text.requirement}</label>
      <select id="matrix-requirement" name="requirement" defaultValue={page.chosen.key} key={page.chosen.key}>
        {page.choices.map((each) => (
          <option key={each.key} value={each.key}>
            {each.label}
          </option>
        ))}
      </select>
      <label htmlFor="matrix-vendor">{text.vendor}</label>
      <select id="matrix-vendor" name="vendor" defaultValue={page.vendorId ?? ""} key={page.vendorId}>
        <option value="">{text.everySystem}</option>
        {page.vendors.map((each) => (
          <option key={each.id} value={each.id}>
            {each.name}
          </option>
        ))}
      </select>
      <button type="submit" className="button small">
        {text.show}
      </button>
    </Form>
  );
}
