import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHead } from "~/components/page-head";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { listOf, readForm, redirectTo, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { requireScope } from "~/scope.server";
import {
  openReceivedRoleSheet,
  type TakenRows,
  takeReceivedRows,
} from "~/use-cases/received-role-sheet.server";
import { BesideForm, OpenForm } from "./role-forms";
import { rolePage } from "./role-page.server";
import { RoleRows } from "./role-rows";

export const meta = pageTitle((words) => words.receivedRoles.title);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = await requireScope(request, context, "viewer");
  return reply(await rolePage(visit, params.id, request.url));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = await requireScope(request, context, "role-sheet:write");
  const { ports, scope } = visit;
  const page = await rolePage(visit, params.id, request.url);
  const fields = await readForm(request);
  const text = (name: string) => textOf(fields, name);
  const at = { intakeId: page.intake.id, index: page.sheet.index };
  const typed = {
    contractId: text("contractId"),
    form: text("form"),
    title: text("title"),
    roundOn: text("roundOn"),
  };
  const none: { typed: typeof typed; taken: TakenRows | null } = { typed, taken: null };
  if (text("intent") === "open") {
    const opened = await openReceivedRoleSheet(ports, scope, { ...at, ...typed });
    if (!opened.ok) return replyProblems(opened.problems, none);
    return redirectTo(`/role-sheets/${opened.value.roleSheetId}`);
  }
  const ordinals = listOf(fields, "rows").map(Number).filter(Number.isInteger);
  const roleSheetId = page.beside?.id ?? "";
  const taken = await takeReceivedRows(ports, scope, { ...at, roleSheetId, ordinals });
  if (!taken.ok) return replyProblems(taken.problems, none);
  return reply({ problems: taken.value.problems, typed, taken: taken.value });
}

export default function IntakeRoleSheet() {
  const page = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { receivedRoles, disclosures, intake, roles } = useWords();
  const { fileName, member, id, originalFileId, state } = page.intake;
  const labels = {
    contractId: roles.contract,
    form: roles.form,
    title: roles.sheetTitle,
    roundOn: roles.roundOn,
  };
  return (
    <div className="stack">
      <PageHead
        title={receivedRoles.title}
        note={page.sheet.title}
        lead={receivedRoles.lead}
        crumbs={[
          { to: "/disclosures", label: disclosures.title },
          { to: `/intakes/${id}/next`, label: intake.title(member ?? fileName) },
          { label: receivedRoles.crumb },
        ]}
      >
        <a className="button" href={`/files/${originalFileId}`}>
          {disclosures.download}
        </a>
      </PageHead>
      <ProblemSummary problems={found?.problems} labels={{ ...labels, rows: receivedRoles.rows }} />
      {state === "discarded" && <p className="note">{receivedRoles.discarded}</p>}
      {found?.taken && (
        <p className="note good" role="status">
          {receivedRoles.taken(found.taken.taken, found.taken.kept)}
        </p>
      )}
      {page.canEdit && <OpenForm page={page} typed={found?.typed} problems={found?.problems} />}
      <BesideForm page={page} />
      <RoleRows page={page} />
    </div>
  );
}
