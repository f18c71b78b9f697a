import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ContractHeading } from "~/components/contract-tabs";
import { OutsidePartiesPanel } from "~/components/outside-parties";
import { PastNotice, TwoDates } from "~/components/two-dates";
import { useWords } from "~/components/words";
import { reply } from "~/http.server";
import { pageTitle } from "~/page-title";
import { RecordHistory } from "~/routes/register-record/record-history";
import { RequestsPanel } from "~/routes/register-record/requests-panel";
import { requireScope } from "~/scope.server";
import { ContractFacts } from "./contract-facts";
import { HistoryChart } from "./history-chart";
import { HistoryTable } from "./history-table";
import { type ContractPage, readContractPage } from "./page.server";
import { PapersPanel, RoleSheetsPanel, StatePanel } from "./state-panels";
import { WhoPanel } from "./who-panel";

export const meta = pageTitle<typeof loader>((_words, data) => data?.contract.title ?? "");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const asked = new URL(request.url).searchParams;
  const page = await readContractPage(visit, params.id ?? "", {
    day: asked.get("day") ?? "",
    knownOn: asked.get("knownOn") ?? "",
    row: asked.get("row") ?? "",
  });
  return reply(page);
}

export default function ContractPageView() {
  const words = useWords();
  const page: ContractPage = useLoaderData<typeof loader>();
  const { contract } = page;
  return (
    <div className="stack">
      <PastNotice asked={page.asked} isPast={page.isPast} back={`/contracts/${contract.id}`} />
      <ContractHeading
        head={{
          ...contract,
          state: page.state ?? "undated",
          isArchived: page.isArchived,
          mayRestore: page.mayRestore,
        }}
        tab="overview"
      >
        {page.mayEdit && (
          <>
            <Link className="button" to={`/contracts/${contract.id}/edit`}>
              {words.contractRecords.correct}
            </Link>
            <Link className="button primary" to={`/contracts/${contract.id}/amend`}>
              {words.contractRecords.amend}
            </Link>
          </>
        )}
      </ContractHeading>
      <ContractFacts page={page} />
      <TwoDates asked={page.asked} kept={{ row: page.asked.row }} />
      <section className="panel">
        <h2>
          {words.contracts.history} <small>{words.contracts.laterFrom}</small>
        </h2>
        {page.marks.length === 0 && <p className="panel-text quiet">{words.contracts.noHistory}</p>}
        <HistoryChart page={page} />
        <HistoryTable page={page} />
      </section>
      <WhoPanel page={page} />
      <StatePanel page={page} />
      <OutsidePartiesPanel {...page.outside} asked={page.asked} />
      {!page.isPast && <RoleSheetsPanel page={page} />}
      <PapersPanel page={page} />
      {!page.isPast && <RequestsPanel requests={page.requests} mayAsk={page.mayEdit} />}
      <RecordHistory noun="contract" lines={page.history} />
    </div>
  );
}
