import { desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import { account, contract, paper, vendor } from "../schema.ts";

const later = alias(paper, "later");

/** Issued papers of all contracts, newest first; one page and its total. Neither bytes nor snapshots are touched. */
export async function listIssuedPapers(db: DbOrTx, scope: Scope, query: { page: number; pageSize: number }) {
  const where = eq(paper.hospitalId, scope.hospitalId);
  const rows = await db
    .select({
      id: paper.id,
      audience: paper.audience,
      printedNo: paper.printedNo,
      title: paper.title,
      issueNo: paper.issueNo,
      sha256: paper.sha256,
      pageCount: paper.pageCount,
      issuedOn: paper.issuedOn,
      issuedAt: paper.issuedAt,
      issuedByName: account.name,
      contractId: contract.id,
      contractNumber: contract.number,
      contractTitle: contract.title,
      vendor: vendor.name,
      supersededBy: later.id,
    })
    .from(paper)
    .innerJoin(contract, eq(contract.id, paper.contractId))
    .innerJoin(vendor, eq(vendor.id, contract.vendorId))
    .leftJoin(account, eq(account.id, paper.issuedBy))
    .leftJoin(later, eq(later.supersedes, paper.id))
    .where(where)
    .orderBy(desc(paper.recordedSeq))
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  const counted = await db.select({ total: sql<number>`count(*)` }).from(paper).where(where);
  return { rows, total: counted[0]?.total ?? 0 };
}

export type IssuedRow = Awaited<ReturnType<typeof listIssuedPapers>>["rows"][number];
