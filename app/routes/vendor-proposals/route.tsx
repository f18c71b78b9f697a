import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "~/components/empty-state";
import { ProblemSummary } from "~/components/problem-summary";
import { useWords } from "~/components/words";
import { type Proposed, proposedFields } from "~/domain/role-proposal";
import { readForm, redirectTo, refuse, reply, replyProblems, textOf } from "~/http.server";
import { pageTitle } from "~/page-title";
import { proposeRow, showProposals, withdrawProposal } from "~/use-cases/vendor-proposals.server";
import { requireDesk } from "~/vendor-visit.server";
import { DeskPage } from "../vendor-desk/desk-page";
import { ProposalRow } from "./proposal-row";

export const meta = pageTitle((words) => words.roleProposals.deskTitle);

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { ports, scope } = await requireDesk(request, context, params.requestId);
  const shown = await showProposals(ports, scope);
  if (!shown.ok) throw refuse(shown.problems);
  return reply(shown.value);
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { ports, scope, path } = await requireDesk(request, context, params.requestId);
  const fields = await readForm(request);
  const rowId = textOf(fields, "rowId");
  const back = redirectTo(`${path}/proposals#row-${rowId}`);
  if (textOf(fields, "intent") === "withdraw") {
    const withdrawn = await withdrawProposal(ports, scope, { proposalId: textOf(fields, "proposalId") });
    if (!withdrawn.ok) throw refuse(withdrawn.problems);
    return back;
  }
  const typed: Proposed = {};
  for (const field of proposedFields) {
    // why: another firm's name is not shown here, so an empty one means "as it is".
    if (field === "thirdPartyName" && textOf(fields, field) === "") continue;
    if (fields[field] !== undefined) typed[field] = textOf(fields, field);
  }
  const comment = textOf(fields, "comment");
  const proposed = await proposeRow(ports, scope, { rowId, typed, comment });
  return proposed.ok ? back : replyProblems(proposed.problems, { rowId, typed, comment });
}

export default function VendorProposals() {
  const words = useWords();
  const { rows, isEditable } = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { roleProposals } = words;
  const waiting = rows.filter((row) => row.proposals.some((each) => each.state === "open")).length;
  return (
    <DeskPage title={roleProposals.deskTitle} lead={roleProposals.deskLead}>
      <ProblemSummary
        problems={found?.problems}
        labels={{ ...words.roles.column, comment: roleProposals.comment }}
      />
      {rows.length === 0 && <EmptyState sentence={roleProposals.noRows} />}
      {rows.length > 0 && <p className="note">{roleProposals.howToOpen(rows.length, waiting)}</p>}
      {rows.map((row) => (
        <ProposalRow
          key={row.id}
          row={row}
          isEditable={isEditable}
          found={found?.rowId === row.id ? found : undefined}
        />
      ))}
    </DeskPage>
  );
}

export type DeskRow = ReturnType<typeof useLoaderData<typeof loader>>["rows"][number];
