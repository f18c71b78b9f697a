import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ContractHeading } from "~/components/contract-tabs";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { useLanguage, useWords } from "~/components/words";
import { readForm, redirectTo, refuse, reply, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { archiveSubcontractor } from "~/use-cases/subcontractors.server";
import { readSubcontractorsPage, type SubcontractorsPage } from "./page.server";
import { PutAway } from "./put-away";
import { SubcontractorTree } from "./subcontractor-tree";
import { subcontractorCells, subcontractorColumns } from "./subcontractor-words";

export const meta = pageTitle<typeof loader>((words, data) =>
  data ? `${data.head.title} ${words.contractRecords.tabs.subcontractors}` : "",
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  return reply(await readSubcontractorsPage(visit, params.id ?? ""));
}

/** Brings one back that was put away. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope } = await requireScope(request, context, "contract:write");
  const raw = await readForm(request);
  const moved = await archiveSubcontractor(ports, scope, {
    subcontractorId: textOf(raw, "subcontractorId"),
    version: Number(textOf(raw, "version")),
    isArchived: false,
  });
  if (!moved.ok) throw refuse(moved.problems);
  return redirectTo(`/contracts/${params.id ?? ""}/subcontractors`);
}

export default function SubcontractorsPageView() {
  const words = useWords();
  const { contractRecords: text } = words;
  const page: SubcontractorsPage = useLoaderData<typeof loader>();
  const { head, placed } = page;
  const add = { to: `/contracts/${head.id}/subcontractors/new`, label: text.addSubcontractor };
  return (
    <div className="stack">
      <ContractHeading head={head} tab="subcontractors">
        {head.mayEdit && placed.length > 0 && (
          <Link className="button primary" to={add.to}>
            {add.label}
          </Link>
        )}
      </ContractHeading>
      <p className="note">{text.modelNow(text.subcontracting[page.model])}</p>
      {placed.length === 0 ? (
        <EmptyState sentence={text.subcontractorsEmpty} action={head.mayEdit ? add : undefined} isPrimary />
      ) : (
        <>
          <SubcontractorTree page={page} />
          <SubcontractorTable page={page} />
        </>
      )}
      <PutAway page={page} />
    </div>
  );
}

function SubcontractorTable({ page }: { page: SubcontractorsPage }) {
  const words = useWords();
  const language = useLanguage();
  const { contractRecords: text } = words;
  const { head } = page;
  const path = `/contracts/${head.id}/subcontractors`;
  return (
    <section className="panel">
      <h2>
        {text.tableTitle}{" "}
        <span className="export">
          <span className="quiet">{words.lists.export}</span>{" "}
          <a href={`${path}/export?as=xlsx`}>{words.lists.exportXlsx}</a>{" "}
          <a href={`${path}/export?as=csv`}>{words.lists.exportCsv}</a>
        </span>
      </h2>
      <DataTable
        caption={text.subcontractorsTitle}
        columns={subcontractorColumns.map((name) => ({
          name,
          label: text.subcontractorColumns[name],
          isNumber: name === "level",
          isWhole: name === "country",
        }))}
        rows={page.placed.map((each) => ({
          id: each.id,
          ...(head.mayEdit ? { to: `/subcontractors/${each.id}/edit` } : {}),
          cells: subcontractorCells(words, language, each, head.vendorName),
        }))}
      />
    </section>
  );
}
