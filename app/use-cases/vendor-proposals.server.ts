import { findRequest } from "#db/queries/requests.server";
import {
  closeProposals,
  insertProposal,
  proposalsOfRequest,
  rowsBehindLink,
} from "#db/queries/role-proposals.server";
import { findCode } from "#db/queries/vendor-sessions.server";
import { done, failed, problem, type Result } from "~/domain/problem";
import { isEditable } from "~/domain/request-state";
import { type Proposed, proposalOf, proposedSchema } from "~/domain/role-proposal";
import { isLeftOut } from "~/domain/role-sheet";
import type { VendorScope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { recordWithoutAccount } from "./record.server";

const isReached = (scope: VendorScope, group: string) =>
  scope.sections === null || scope.sections.includes(group);

/**
 * 提案の画面: the rows of the contract as they stand, with what this vendor proposed and what the hospital said.
 * The names of other firms stay with the hospital. Problems: request-link-over.
 */
export async function showProposals(ports: Ports, scope: VendorScope) {
  const request = await findRequest(ports.db, scope);
  if (!request) return failed(problem("request-link-over"));
  const [rows, proposals] = await Promise.all([
    rowsBehindLink(ports.db, scope),
    proposalsOfRequest(ports.db, scope),
  ]);
  const own = rows.filter((each) => isReached(scope, each.group));
  return done({
    isEditable: isEditable(request.state),
    rows: own.map(({ thirdPartyName: _name, ordinal: _ordinal, roleSheetId: _sheet, ...row }) => ({
      ...row,
      proposals: proposals
        .filter((each) => each.rowId === row.id && each.state !== "replaced")
        .map(({ decidedBy: _by, requestId: _request, ...each }) => ({
          ...each,
          proposed: proposedSchema.parse(JSON.parse(each.proposed)),
        })),
    })),
  });
}

/**
 * 提案する: what the vendor would have otherwise in one row, and why. A later proposal replaces the open one.
 * @returns Problems: not-found (no such row behind this link), request-state, role-row-locked, role-row-left-out,
 *   proposal-empty, and those of the fields
 */
export async function proposeRow(
  ports: Ports,
  scope: VendorScope,
  input: { rowId: string; typed: Proposed; comment: string },
): Promise<Result<{ proposalId: string }>> {
  const row = (await rowsBehindLink(ports.db, scope)).find((each) => each.id === input.rowId);
  if (!row || !isReached(scope, row.group)) return failed(problem("not-found"));
  if (row.lockedAt !== null) return failed(problem("role-row-locked", { label: row.label }));
  if (isLeftOut(row)) return failed(problem("role-row-left-out", { label: row.label }));
  const proposal = proposalOf(row, input.typed, input.comment);
  if (!proposal.ok) return proposal;
  const proposalId = ports.newId();
  const change = { row: [null, row.rowKey] satisfies [unknown, unknown] };
  const head = { verb: "propose", noun: "request", recordId: scope.requestId, change };
  return recordWithoutAccount(ports, scope, "vendor", head, async ({ tx, seq, at }) => {
    const now = await findRequest(tx, scope);
    if (!now || !isEditable(now.state)) return failed(problem("request-state"));
    const open = (await proposalsOfRequest(tx, scope)).filter(
      (each) => each.rowId === row.id && each.state === "open",
    );
    const replaced = { state: "replaced", decidedAt: at, decidedBy: null, answer: "" } as const;
    await closeProposals(
      tx,
      scope,
      open.map((each) => each.id),
      replaced,
    );
    await insertProposal(tx, scope, {
      id: proposalId,
      roleSheetId: row.roleSheetId,
      rowId: row.id,
      proposed: JSON.stringify(proposal.value.proposed),
      seen: JSON.stringify(proposal.value.seen),
      comment: proposal.value.comment,
      state: "open",
      contactId: (await findCode(tx, scope))?.contactId ?? null,
      proposedSeq: seq,
      proposedAt: at,
    });
    return done({ proposalId });
  });
}

/** 提案を取り下げる. Problems: not-found, proposal-closed. */
export async function withdrawProposal(
  ports: Ports,
  scope: VendorScope,
  input: { proposalId: string },
): Promise<Result<null>> {
  const own = (await proposalsOfRequest(ports.db, scope)).find((each) => each.id === input.proposalId);
  if (!own) return failed(problem("not-found"));
  const change = { proposal: [own.id, null] satisfies [unknown, unknown] };
  const head = { verb: "withdraw-proposal", noun: "request", recordId: scope.requestId, change };
  return recordWithoutAccount(ports, scope, "vendor", head, async ({ tx, at }) => {
    const end = { state: "withdrawn", decidedAt: at, decidedBy: null, answer: "" } as const;
    const closed = await closeProposals(tx, scope, [own.id], end);
    return closed === 1 ? done(null) : failed(problem("proposal-closed"));
  });
}
