import { and, asc, desc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import type { ProposalState } from "../../app/domain/role-records.ts";
import type { Scope, VendorScope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  account,
  request,
  requestSubmission,
  roleRowProposal,
  roleSheet,
  roleSheetRow,
  vendorContact,
} from "../schema.ts";

const shown = {
  id: roleRowProposal.id,
  rowId: roleRowProposal.rowId,
  requestId: roleRowProposal.requestId,
  proposed: roleRowProposal.proposed,
  seen: roleRowProposal.seen,
  comment: roleRowProposal.comment,
  state: roleRowProposal.state,
  proposedAt: roleRowProposal.proposedAt,
  decidedAt: roleRowProposal.decidedAt,
  answer: roleRowProposal.answer,
  contact: vendorContact.name,
  contactDepartment: vendorContact.department,
  decidedBy: account.name,
};

function proposals(db: DbOrTx, where: SQL | undefined) {
  return db
    .select(shown)
    .from(roleRowProposal)
    .leftJoin(vendorContact, eq(vendorContact.id, roleRowProposal.contactId))
    .leftJoin(account, eq(account.id, roleRowProposal.decidedBy))
    .where(where)
    .orderBy(desc(roleRowProposal.proposedSeq));
}

/** Every proposal for rows of a sheet, newest first. */
export async function proposalsOfSheet(db: DbOrTx, scope: Scope, roleSheetId: string) {
  return proposals(
    db,
    and(eq(roleRowProposal.hospitalId, scope.hospitalId), eq(roleRowProposal.roleSheetId, roleSheetId)),
  );
}
export type StoredProposal = Awaited<ReturnType<typeof proposalsOfSheet>>[number];

/** Those the vendor of this link made, newest first. */
export async function proposalsOfRequest(db: DbOrTx, scope: VendorScope) {
  return proposals(
    db,
    and(eq(roleRowProposal.hospitalId, scope.hospitalId), eq(roleRowProposal.requestId, scope.requestId)),
  );
}

/** Rows of the contract a link is about, in the order of its sheets. */
export async function rowsBehindLink(db: DbOrTx, scope: VendorScope) {
  const rows = await db
    .select({ row: roleSheetRow, sheet: roleSheet.title })
    .from(request)
    .innerJoin(roleSheet, and(eq(roleSheet.contractId, request.contractId), isNull(roleSheet.archivedAt)))
    .innerJoin(roleSheetRow, eq(roleSheetRow.roleSheetId, roleSheet.id))
    .where(
      and(
        eq(request.hospitalId, scope.hospitalId),
        eq(roleSheet.hospitalId, scope.hospitalId),
        eq(request.id, scope.requestId),
        eq(request.kind, "role-sheet"),
      ),
    )
    .orderBy(asc(roleSheet.createdAt), asc(roleSheet.id), asc(roleSheetRow.ordinal));
  return rows.map(({ row: { hospitalId: _owner, ...row }, sheet }) => ({
    ...row,
    part: row.part === 1 ? (1 as const) : (2 as const),
    sheet,
  }));
}

export async function insertProposal(
  db: DbOrTx,
  scope: VendorScope,
  row: Omit<typeof roleRowProposal.$inferInsert, "hospitalId" | "requestId">,
): Promise<void> {
  await db
    .insert(roleRowProposal)
    .values({ ...row, hospitalId: scope.hospitalId, requestId: scope.requestId });
}

/** Ends the open proposals named; @returns how many were still open. */
export async function closeProposals(
  db: DbOrTx,
  owner: Pick<Scope, "hospitalId">,
  ids: readonly string[],
  end: { state: ProposalState; decidedAt: string; decidedBy: string | null; answer: string },
): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await db
    .update(roleRowProposal)
    .set(end)
    .where(
      and(
        eq(roleRowProposal.hospitalId, owner.hospitalId),
        inArray(roleRowProposal.id, [...ids]),
        eq(roleRowProposal.state, "open"),
      ),
    )
    .returning({ id: roleRowProposal.id });
  return rows.length;
}

/** 記載内容の確認 for a contract's sheets: submissions behind its links, newest first, with who sent them. */
export async function confirmationsOfContract(db: DbOrTx, scope: Scope, contractId: string) {
  return db
    .select({
      id: requestSubmission.id,
      sha256: requestSubmission.sha256,
      submittedAt: requestSubmission.submittedAt,
      contact: vendorContact.name,
      contactDepartment: vendorContact.department,
    })
    .from(requestSubmission)
    .innerJoin(request, eq(request.id, requestSubmission.requestId))
    .leftJoin(vendorContact, eq(vendorContact.id, requestSubmission.contactId))
    .where(
      and(
        eq(requestSubmission.hospitalId, scope.hospitalId),
        eq(request.hospitalId, scope.hospitalId),
        eq(request.kind, "role-sheet"),
        eq(request.contractId, contractId),
      ),
    )
    .orderBy(desc(requestSubmission.recordedSeq))
    .limit(20);
}
