import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ContractHeading } from "~/components/contract-tabs";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { PastNotice, TwoDates } from "~/components/two-dates";
import { useLanguage, useWords } from "~/components/words";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { askedDates } from "~/past-view.server";
import { requireScope } from "~/scope.server";
import { readSubcontractorsPage, type SubcontractorsPage } from "./page.server";
import { PutAway } from "./put-away";
import { SubcontractorTree } from "./subcontractor-tree";
import { subcontractorCells, subcontractorColumns } from "./subcontractor-words";

export const meta = pageTitle<typeof loader>((words, data) =>
  data ? `${data.head.title} ${words.contractRecords.tabs.subcontractors}` : "",
);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  return reply(await readSubcontractorsPage(visit, params.id ?? "", askedDates(request.url)));
}

export default function SubcontractorsPageView() {
  const words = useWords();
  const { contractRecords: text } = words;
  const page: SubcontractorsPage = useLoaderData<typeof loader>();
  const { head, placed } = page;
  const add = { to: `/contracts/${head.id}/subcontractors/new`, label: text.addSubcontractor };
  return (
    <div className="stack">
      <PastNotice asked={page.asked} isPast={page.isPast} back={`/contracts/${head.id}/subcontractors`} />
      <ContractHeading head={head} tab="subcontractors">
        {head.mayEdit && placed.length > 0 && (
          <Link className="button primary" to={add.to}>
            {add.label}
          </Link>
        )}
      </ContractHeading>
      <TwoDates asked={page.asked} />
      <p className="note">{text.modelNow(text.subcontracting[page.model])}</p>
      {placed.length === 0 ? (
        <EmptyState
          sentence={page.isPast ? words.entries.thenNoSubcontractors : text.subcontractorsEmpty}
          action={head.mayEdit ? add : undefined}
          isPrimary
        />
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
  const dates = page.isPast ? `&day=${page.asked.day}&knownOn=${page.asked.knownOn}` : "";
  const exportAs = (as: string) => `/contracts/${head.id}/subcontractors/export?as=${as}${dates}`;
  return (
    <section className="panel">
      <h2>
        {text.tableTitle}{" "}
        <span className="export">
          <span className="quiet">{words.lists.export}</span>{" "}
          <a href={exportAs("xlsx")}>{words.lists.exportXlsx}</a>{" "}
          <a href={exportAs("csv")}>{words.lists.exportCsv}</a>
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
