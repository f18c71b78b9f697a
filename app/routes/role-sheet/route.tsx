import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useLanguage, useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { readForm, refuse, reply, textOf } from "~/http.server";
import { formatDay } from "~/messages/days";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import { saveAgreement, saveHead, saveNewRow, saveRow } from "./actions.server";
import { AgreePanel } from "./agree-panel";
import { AddRowPanel, HeadPanel } from "./head-panel";
import { readSheetPage } from "./page.server";
import { RevisionsPanel } from "./revisions-panel";
import { SheetCounts } from "./sheet-counts";
import { SheetTable } from "./sheet-table";

export const meta = pageTitle<typeof loader>((_words, data) => data?.sheet.title ?? "");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const asked = new URL(request.url).searchParams;
  const revision = asked.get("revision") ?? "";
  const page = await readSheetPage(visit, params.id ?? "", { revision, row: asked.get("row") ?? "" });
  return reply(page);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "editor");
  const fields = await readForm(request);
  const id = params.id ?? "";
  switch (textOf(fields, "intent")) {
    case "row":
      return saveRow(visit, id, fields);
    case "head":
      return saveHead(visit, id, fields);
    case "add-row":
      return saveNewRow(visit, id, fields);
    case "agree":
      return saveAgreement(visit, id, fields);
    default:
      throw refuse([problem("form-unreadable")]);
  }
}

export default function RoleSheetPage() {
  const words = useWords();
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { sheet, revision, revisions, mayEdit } = page;
  const { roles } = words;
  const contract = `${sheet.contractNumber} ${sheet.contractTitle}`;
  const last = revisions[0];
  const labels = {
    ...roles.column,
    effectiveFrom: roles.effectiveFrom,
    note: roles.note,
    title: roles.sheetTitle,
    roundOn: roles.roundOn,
  };
  const path = `/role-sheets/${sheet.id}`;
  return (
    <div className="stack">
      {revision && (
        <p className="past-bar" role="status">
          <b>{roles.lookingAtRevision(revision.revisionNo, formatDay(revision.effectiveFrom, language))}</b>
          <Link to={path}>{roles.toSheet}</Link>
        </p>
      )}
      <PageHead
        title={sheet.title}
        note={revision ? roles.revision(revision.revisionNo) : undefined}
        crumbs={[
          { to: "/role-sheets", label: roles.title },
          { to: `/contracts/${sheet.contractId}`, label: contract },
          { label: sheet.title },
        ]}
        lead={
          <>
            {sheet.vendor} · {roles.labels(sheet.hospitalLabel, sheet.vendorLabel)}
            {last && ` · ${roles.inForceNow(last.revisionNo, formatDay(last.effectiveFrom, language))}`}
          </>
        }
      >
        <span className="export">
          <span className="quiet">{roles.export}</span>
          <a href={`${path}/export?as=xlsx${revision ? `&revision=${revision.id}` : ""}`}>
            {words.lists.exportXlsx}
          </a>
          <a href={`${path}/export?as=csv${revision ? `&revision=${revision.id}` : ""}`}>
            {words.lists.exportCsv}
          </a>
        </span>
        {mayEdit && (
          <a className="button primary" href="#agree">
            {roles.agree}
          </a>
        )}
      </PageHead>
      <ProblemSummary problems={found?.problems} labels={labels} />
      {page.form && page.form.notice !== "" && (
        <p className="note warn">
          <b>{roles.notice}</b>　{page.form.notice}
        </p>
      )}
      <SheetCounts counts={page.counts} roundOn={revision ? revision.roundOn : sheet.roundOn} />
      <SheetTable page={page} found={found} />
      {mayEdit && <AddRowPanel found={found} />}
      {mayEdit && <HeadPanel sheet={sheet} found={found} />}
      {mayEdit && <AgreePanel page={page} found={found} />}
      <RevisionsPanel page={page} />
    </div>
  );
}
