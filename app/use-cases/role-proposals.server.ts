import { closeProposals, confirmationsOfContract, proposalsOfSheet } from "#db/queries/role-proposals.server";
import { insertRowChanges } from "#db/queries/role-rows.server";
import { type EditableRow, findRoleSheet, rowsOfSheet, updateRoleRow } from "#db/queries/role-sheets.server";
import { done, failed, type Problem, problem, type Result } from "~/domain/problem";
import { movedFields, proposedSchema } from "~/domain/role-proposal";
import { parseRow, rawOf } from "~/domain/role-row-input";
import { checkRow, isLeftOut } from "~/domain/role-sheet";
import type { Scope } from "~/domain/scope";
import type { Ports } from "./ports.server";
import { changeOf, record } from "./record.server";

/** 事業者とのやりとり of a sheet: every proposal with what was proposed, and who confirmed the contents so far. */
export async function showNegotiation(ports: Ports, scope: Scope, input: { roleSheetId: string }) {
  const sheet = await findRoleSheet(ports.db, scope, input.roleSheetId);
  if (!sheet) return failed(problem("not-found"));
  const [proposals, confirmations] = await Promise.all([
    proposalsOfSheet(ports.db, scope, sheet.id),
    confirmationsOfContract(ports.db, scope, sheet.contractId),
  ]);
  return done({
    proposals: proposals.map((each) => ({
      ...each,
      proposed: proposedSchema.parse(JSON.parse(each.proposed)),
      seen: proposedSchema.parse(JSON.parse(each.seen)),
    })),
    confirmations,
  });
}

/**
 * 提案に答える: accepting writes the proposed fields into the row and settles it; declining keeps the row and needs
 * words for the vendor. A row the hospital wrote anew in the same fields since the vendor saw it cannot be
 * accepted unseen.
 * @returns Problems: not-found, proposal-closed, proposal-row-moved, changed-meanwhile, field-required (answer),
 *   field-too-long, role-row-locked, role-row-left-out, and those of the row
 */
export async function decideProposal(
  ports: Ports,
  scope: Scope,
  input: {
    roleSheetId: string;
    proposalId: string;
    decision: "accept" | "decline";
    answer: string;
    version: number;
  },
): Promise<Result<null>> {
  const sheet = await findRoleSheet(ports.db, scope, input.roleSheetId);
  const found = sheet && (await proposalsOfSheet(ports.db, scope, sheet.id));
  const proposal = found?.find((each) => each.id === input.proposalId);
  const rows = sheet ? await rowsOfSheet(ports.db, scope, sheet.id) : [];
  const row = rows.find((each) => each.id === proposal?.rowId);
  if (!sheet || !proposal || !row) return failed(problem("not-found"));
  const answer = input.answer.trim();
  const isAccepted = input.decision === "accept";
  if (!isAccepted && answer === "") return failed(problem("field-required", {}, "answer"));
  if (answer.length > 2000) return failed(problem("field-too-long", { max: 2000 }, "answer"));
  const next = isAccepted ? acceptedRow(row, proposal, sheet.roundOn) : done(null);
  if (!next.ok) return next;
  const change = { row: [row.rowKey, row.rowKey], decision: [null, input.decision] } satisfies Record<
    string,
    [unknown, unknown]
  >;
  const head = {
    verb: isAccepted ? "accept-proposal" : "decline-proposal",
    noun: "roleSheet",
    recordId: sheet.id,
    change,
  };
  return record(ports, scope, "role-sheet:write", head, async (entry) => {
    const { tx, at } = entry;
    const state = isAccepted ? ("accepted" as const) : ("declined" as const);
    const end = { state, decidedAt: at, decidedBy: scope.accountId, answer };
    if ((await closeProposals(tx, scope, [proposal.id], end)) !== 1)
      return failed(problem("proposal-closed"));
    if (next.value === null) return done(null);
    const fields = { ...next.value, lockedAt: at };
    if (!(await updateRoleRow(tx, scope, { id: row.id, version: input.version, fields })))
      return failed(problem("changed-meanwhile"));
    const kept = { id: ports.newId(), rowKey: row.rowKey, kind: "locked" as const, reason: answer };
    await insertRowChanges(entry, scope, sheet.id, [
      { ...kept, change: changeOf(rawOf(row), rawOf({ ...row, ...next.value })) },
    ]);
    return done(null);
  });
}

function acceptedRow(row: EditableRow, proposal: { proposed: string; seen: string }, roundOn: string | null) {
  if (row.lockedAt !== null) return failed(problem("role-row-locked", { label: row.label }));
  if (isLeftOut(row)) return failed(problem("role-row-left-out", { label: row.label }));
  const [proposed, seen] = [proposal.proposed, proposal.seen].map((each) =>
    proposedSchema.parse(JSON.parse(each)),
  );
  if (movedFields(row, seen ?? {}).length > 0)
    return failed(problem("proposal-row-moved", { label: row.label }));
  const parsed = parseRow({ ...rawOf(row), ...proposed });
  if (!parsed.ok) return parsed;
  const problems: Problem[] = checkRow({ ...row, ...parsed.value }, roundOn);
  return problems.length > 0 ? failed(...problems) : parsed;
}

/**
 * この行を確定する: both sides agreed on the row as it stands (spoken, or by the vendor's confirmation); it is
 * edited again only after it was opened with a reason. Problems: not-found, role-row-locked, role-row-left-out,
 * changed-meanwhile.
 */
export async function settleRow(
  ports: Ports,
  scope: Scope,
  input: { roleSheetId: string; rowId: string; version: number; reason: string },
): Promise<Result<null>> {
  const sheet = await findRoleSheet(ports.db, scope, input.roleSheetId);
  const rows = sheet ? await rowsOfSheet(ports.db, scope, sheet.id) : [];
  const row = rows.find((each) => each.id === input.rowId);
  if (!sheet || !row) return failed(problem("not-found"));
  if (row.lockedAt !== null) return failed(problem("role-row-locked", { label: row.label }));
  if (isLeftOut(row)) return failed(problem("role-row-left-out", { label: row.label }));
  const reason = input.reason.trim();
  if (reason === "") return failed(problem("field-required", {}, "reason"));
  if (reason.length > 500) return failed(problem("field-too-long", { max: 500 }, "reason"));
  const change = { row: [row.rowKey, row.rowKey] satisfies [unknown, unknown] };
  const head = { verb: "settle", noun: "roleSheet", recordId: sheet.id, change };
  return record(ports, scope, "role-sheet:write", head, async (entry) => {
    const fields = { lockedAt: entry.at };
    if (!(await updateRoleRow(entry.tx, scope, { id: row.id, version: input.version, fields })))
      return failed(problem("changed-meanwhile"));
    await insertRowChanges(entry, scope, sheet.id, [
      { id: ports.newId(), rowKey: row.rowKey, kind: "locked", reason, change: {} },
    ]);
    return done(null);
  });
}
