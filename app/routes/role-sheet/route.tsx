import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProblemSummary } from "~/components/problem-summary";
import { PastNotice, TwoDates } from "~/components/two-dates";
import { useWords } from "~/components/words";
import { problem } from "~/domain/problem";
import { readForm, refuse, reply, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { askedDates, refusePastView } from "~/past-view.server";
import { requireScope } from "~/scope.server";
import {
  saveAgreement,
  saveDecision,
  saveHead,
  saveNewRow,
  saveReview,
  saveRow,
  saveRowState,
} from "./actions.server";
import { AgreePanel } from "./agree-panel";
import { RoleGrid } from "./grid";
import { AddRowPanel, HeadPanel } from "./head-panel";
import { LinkedDecisions } from "./linked-decisions";
import { readSheetPage } from "./page.server";
import { OpenProposals } from "./proposal-panel";
import { PastReviews, ReviewPanel } from "./review-panel";
import { RevisionsPanel } from "./revisions-panel";
import { SheetCounts } from "./sheet-counts";
import { RevisionBar, SheetHead } from "./sheet-head";

export const meta = pageTitle<typeof loader>((_words, data) => data?.sheet.title ?? "");

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  const asked = new URL(request.url).searchParams;
  const [revision, row] = [asked.get("revision") ?? "", asked.get("row") ?? ""];
  return reply(await readSheetPage(visit, params.id ?? "", { revision, row, ...askedDates(request.url) }));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "role-sheet:review");
  refusePastView(visit, request.url);
  const fields = await readForm(request);
  const id = params.id ?? "";
  const intent = textOf(fields, "intent");
  switch (intent) {
    case "row":
      return saveRow(visit, id, fields);
    case "leave-out":
    case "take-back":
    case "unlock":
    case "settle":
      return saveRowState(visit, id, fields, intent);
    case "proposal":
      return saveDecision(visit, id, fields);
    case "head":
      return saveHead(visit, id, fields);
    case "add-row":
      return saveNewRow(visit, id, fields);
    case "settle-review":
      return saveReview(visit, id, fields);
    case "agree":
      return saveAgreement(visit, id, fields);
    default:
      throw refuse([problem("form-unreadable")]);
  }
}

export default function RoleSheetPage() {
  const words = useWords();
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { sheet, revision, mayEdit } = page;
  const { roles } = words;
  const labels = {
    ...roles.column,
    effectiveFrom: roles.effectiveFrom,
    note: roles.note,
    title: roles.sheetTitle,
    roundOn: roles.roundOn,
    reviewNote: words.roleReviews.note,
  };
  return (
    <div className="stack">
      <PastNotice asked={page.dates} isPast={page.dates.isPast} back={`/role-sheets/${sheet.id}`} />
      {!page.dates.isPast && <RevisionBar page={page} />}
      <SheetHead page={page} />
      <ProblemSummary problems={found?.problems} labels={labels} />
      {found?.intent === "row" && <a href={`#row-${found.typed.rowId}`}>{roles.toOpenRow}</a>}
      {page.form && page.form.notice !== "" && (
        <p className="note warn">
          <b>{roles.notice}</b>　{page.form.notice}
        </p>
      )}
      <TwoDates asked={page.dates} />
      {page.silence && <p className="answer silent">{words.contracts.silences[page.silence]}</p>}
      <SheetCounts counts={page.counts} roundOn={revision ? revision.roundOn : sheet.roundOn} />
      {page.isWorking && <ReviewPanel page={page} found={found} />}
      {page.isWorking && <OpenProposals page={page} />}
      {page.rows.length > 0 && <RoleGrid page={page} found={found} />}
      {mayEdit && <AddRowPanel found={found} />}
      {mayEdit && <HeadPanel sheet={sheet} found={found} />}
      {page.mayAgree && <AgreePanel page={page} found={found} />}
      <LinkedDecisions page={page} />
      <RevisionsPanel page={page} />
      <PastReviews reviews={page.reviews} />
    </div>
  );
}
