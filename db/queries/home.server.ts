import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Scope } from "../../app/domain/scope.ts";
import type { DbOrTx } from "../client.server.ts";
import {
  disclosure,
  disclosureWithdrawal,
  product,
  productVersion,
  roleSheet,
  roleSheetRow,
  system,
  vendor,
} from "../schema.ts";

/** Systems in use, each with whether anything was disclosed of its product version. */
export async function systemsWithDisclosure(db: DbOrTx, scope: Scope) {
  return db
    .select({
      id: system.id,
      name: system.name,
      about: sql<string>`${product.name} || ' ' || ${productVersion.label}`,
      isDisclosed: sql<number>`EXISTS (SELECT 1 FROM ${disclosure} WHERE ${disclosure.hospitalId} = ${system.hospitalId}
        AND ${disclosure.productVersionId} = ${system.productVersionId}
        AND NOT EXISTS (SELECT 1 FROM ${disclosureWithdrawal} WHERE ${disclosureWithdrawal.disclosureId} = ${disclosure.id}))`,
    })
    .from(system)
    .innerJoin(productVersion, eq(productVersion.id, system.productVersionId))
    .innerJoin(product, eq(product.id, productVersion.productId))
    .where(and(eq(system.hospitalId, scope.hospitalId), isNull(system.archivedAt)))
    .orderBy(system.criticality, system.name);
}

/** Rows and undecided rows of every sheet in use, most undecided first. */
export async function undecidedBySheet(db: DbOrTx, scope: Scope) {
  const undecided = sql<number>`sum(${roleSheetRow.party} = 'undecided' AND ${roleSheetRow.leftOutReason} = '')`;
  return db
    .select({ id: roleSheet.id, title: roleSheet.title, rows: sql<number>`count(*)`, undecided })
    .from(roleSheetRow)
    .innerJoin(roleSheet, eq(roleSheet.id, roleSheetRow.roleSheetId))
    .where(and(eq(roleSheetRow.hospitalId, scope.hospitalId), isNull(roleSheet.archivedAt)))
    .groupBy(roleSheet.id)
    .orderBy(desc(undecided));
}

/** True when no vendor was ever registered (archived ones count): the first day. */
export async function isFresh(db: DbOrTx, scope: Scope): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(vendor)
    .where(eq(vendor.groupId, scope.groupId))
    .limit(1);
  return rows.length === 0;
}
